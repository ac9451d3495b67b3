export { connectionSteps, findConnections, SamePartyError } from './connections';
