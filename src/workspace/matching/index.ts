export { askMatches } from './askMatches';
export { acceptedPart, decisionKey, withDecisions, type Decision, type Decisions, type Verdict } from './decision';
export { keepMatched } from './keepMatched';
