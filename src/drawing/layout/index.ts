export type { LayoutRequest } from './layoutRequest';
export { gatherAround } from './gatherAround';
export { layoutAsGiven, type GivenLayoutRequest } from './layoutAsGiven';
export { layoutLayered } from './layoutLayered';
export { layoutOrganic } from './layoutOrganic';
export { layoutRoute, type RouteLayoutRequest } from './layoutRoute';
export { drawnFaults } from './drawnFaults';
export { polishPicture } from './polishPicture';
