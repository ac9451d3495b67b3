export { findRoutes, routeSteps } from './findRoutes';
export { SameEntityError } from './sameEntityError';
export { SearchSizeError } from './rowLayout';
