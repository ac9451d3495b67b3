export { layoutOrganic, type OrganicRequest } from './layoutOrganic';
export { packComponents } from './packComponents';
export type { LayoutRequest } from './layoutRequest';
