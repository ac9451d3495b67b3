export { NameIndex, type NameHit, type WantedHits } from './nameIndex';
