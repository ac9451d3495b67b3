export { findRoutes, routeSteps } from './findRoutes';
export { SameEntityError } from './sameEntityError';
