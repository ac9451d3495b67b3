export * from './completions';
export * from './enterClaim';
export * from './guessType';
export * from './readClaimLine';
export * from './reading';
export * from './readSource';
export * from './writtenClaim';
export { verbsBeginning, type Verb } from './verbs';
