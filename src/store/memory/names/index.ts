export { AskedWord } from './askedWord';
export { FoldedNames, namesOf, type NameColumns, type NameParts } from './foldedNames';
export { NameIndex, type NameHit } from './nameIndex';
export { WordFits } from './wordFits';
export { WordTable } from './wordTable';
