export { FoldedNames, type NameColumns } from './foldedNames';
export { NameIndex, type NameHit, type WantedHits } from './nameIndex';
