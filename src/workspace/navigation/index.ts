export { arrive } from './arrive';
export { begin } from './begin';
export { told } from './told';
export { VisitedPlaces } from './visitedPlaces';
