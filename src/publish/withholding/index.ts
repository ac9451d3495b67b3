export { namedAllTheSame } from './namedAllTheSame';
export { withholdNames } from './withholdNames';
export { giveaways } from './giveaways';
export { findWithheld } from './findWithheld';
export { spellingFinder, type Spelled } from './spellings';
export { spellingsIn, withhold, type Rewritten, type TellingText, type Withheld, type WithheldDataset } from './withhold';
export { withheldSnapshot, type PublishedQuestions, type WithheldSnapshot } from './withheldSnapshot';
