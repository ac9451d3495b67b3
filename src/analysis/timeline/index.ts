export { timelineSteps } from './timelineOf';
