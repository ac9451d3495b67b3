export { FoldedNames, type NameColumns, type NameParts } from './foldedNames';
export { NameIndex, type NameHit, type WantedHits } from './nameIndex';
