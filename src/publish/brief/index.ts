export { ownershipBrief, type OwnershipBriefInput } from './ownershipBrief';
export { routesBrief, tellable, type BriefInput } from './routesBrief';
export { connectionsBrief, type ConnectionsBriefInput } from './connectionsBrief';
