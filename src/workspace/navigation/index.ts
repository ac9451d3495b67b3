export { arrive } from './arrive';
export { beginVisit } from './beginVisit';
export { told } from './told';
export { VisitedPlaces } from './visitedPlaces';
