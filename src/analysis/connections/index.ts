export { connectionSteps } from './connections';
