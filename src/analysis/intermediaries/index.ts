export { intermediariesBetween } from './intermediaries';
