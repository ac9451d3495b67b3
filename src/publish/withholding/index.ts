export { WITHHELD } from './nameMask';
export { withholdNames, type Withholding } from './withholdNames';
