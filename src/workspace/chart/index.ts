export { headOf, inBoxOf, recordedJoins, takenApart, withEntitiesJoined } from './joining';
export * from './chart';
export * from './document';
export * from './placing';
