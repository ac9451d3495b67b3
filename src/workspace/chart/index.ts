export { headOf, inBoxOf, takenApart, withEntitiesJoined } from './joining';
export * from './chart';
export * from './placing';
export * from './records';
