export { withholdNames } from './withholdNames';
