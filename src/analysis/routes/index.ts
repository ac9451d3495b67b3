export { findRoutes, routeSteps, SameEntityError } from './findRoutes';
