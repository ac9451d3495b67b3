export { groupBrief } from './groupBrief';
export { ownershipBrief } from './ownershipBrief';
export { routesBrief, tellable } from './routesBrief';
export { connectionsBrief } from './connectionsBrief';
export { patternsBrief } from './patternsBrief';
export { crosscheckBrief, type CrosscheckInput } from './crosscheckBrief';
export { leadsBrief } from './leadsBrief';
export { crosscheckSheets } from './crosscheckSheets';
