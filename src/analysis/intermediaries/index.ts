export { intermediarySteps } from './intermediaries';
