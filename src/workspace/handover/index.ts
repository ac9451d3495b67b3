export { holdWork } from './holdWork';
