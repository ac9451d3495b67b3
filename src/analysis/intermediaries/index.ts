export { intermediariesBetween, intermediarySteps } from './intermediaries';
