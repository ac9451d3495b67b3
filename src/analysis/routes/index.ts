export { findRoutes, routeSteps, SameEntityError } from './findRoutes';
export { RouteSearcher, type Search } from './routeSearcher';
export { together } from './together';
