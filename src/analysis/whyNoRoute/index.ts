export { explainNoRoute, explainNoRouteStepwise } from './explainNoRoute';
