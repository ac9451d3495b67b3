export * from './brief';
export * from './comparison';
export { allScriptPieces, piecesFor, SCRIPT_WEIGHTS } from './fonts/scriptFonts';
export { unicodeRange } from './fonts/spans';
export * from './report';
export * from './snapshot';
export * from './story';
export * from './svg';
export * from './withholding';
