export { explainNoRoute, noRouteSteps } from './explainNoRoute';
