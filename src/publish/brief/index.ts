export { ownershipBrief } from './ownershipBrief';
export { routesBrief, tellable } from './routesBrief';
export { connectionsBrief } from './connectionsBrief';
export { patternsBrief } from './patternsBrief';
export { crosscheckBrief, type CrosscheckInput } from './crosscheckBrief';
export { crosscheckSheets } from './crosscheckSheets';
