export { explainNoRoute } from './explainNoRoute';
