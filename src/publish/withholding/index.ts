export { namedAllTheSame } from './namedAllTheSame';
export { withholdNames } from './withholdNames';
export { giveaways } from './giveaways';
export { findWithheld } from './findWithheld';
export { spellingFinder, type Spelled } from './spellings';
export { isAddress, spellingsIn, withhold, type TellingText, type Withheld, type WithheldDataset } from './withhold';
export { withholdableFields } from './withheldFields';
export { withheldStory } from './withheldStory';
export { withheldSnapshot } from './withheldSnapshot';
