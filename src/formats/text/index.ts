export * from './internedText';
export * from './lenientDecoder';
export * from './packedTexts';
export * from './slug';
export * from './unicodeIn';
export * from './wellFormed';
