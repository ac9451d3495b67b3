export type { LayoutRequest } from './layoutRequest';
export { layoutLayered } from './layoutLayered';
export { layoutOrganic, type OrganicRequest } from './layoutOrganic';
export { layoutRoute, type RouteLayoutRequest } from './layoutRoute';
export { packComponents } from './packComponents';
