export { namedAllTheSame } from './namedAllTheSame';
export { withholdNames } from './withholdNames';
