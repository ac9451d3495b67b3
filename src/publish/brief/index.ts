export { ownershipBrief } from './ownershipBrief';
export { routesBrief, tellable } from './routesBrief';
export { connectionsBrief } from './connectionsBrief';
export { patternsBrief } from './patternsBrief';
