export { connectionSteps, findConnections } from './connections';
