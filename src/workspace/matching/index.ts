export { askMatches } from './askMatches';
export { acceptedPart, decisionKey, withDecisions, type Decisions } from './decision';
export { keepMatched } from './keepMatched';
