export { acceptedPart, decisionKey, withDecisions, type Decisions } from './decision';
