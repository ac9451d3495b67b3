export { decisionKey, withDecisions } from './decision';
