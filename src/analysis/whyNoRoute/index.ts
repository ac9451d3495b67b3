export { noRouteSteps } from './explainNoRoute';
