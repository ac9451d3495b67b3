export type { LayoutRequest } from './layoutRequest';
export { gatherAround, type Gathering } from './gatherAround';
export { layoutAsGiven, type GivenLayoutRequest } from './layoutAsGiven';
export { layoutLayered } from './layoutLayered';
export { layoutOrganic, type OrganicRequest } from './layoutOrganic';
export { layoutRoute, type RouteLayoutRequest } from './layoutRoute';
export { packComponents } from './packComponents';
export { drawnFaults, type DrawnFaults } from './drawnFaults';
export { polishPicture, type PolishRequest } from './polishPicture';
