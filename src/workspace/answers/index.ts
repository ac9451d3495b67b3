export { keepAsked } from './keepAsked';
export { keepEdited } from './keepEdited';
export { keepMatched } from './keepMatched';
