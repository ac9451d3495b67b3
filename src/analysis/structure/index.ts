export { bestConnectedSteps } from './bestConnected';
export { structureNotes, structureOf, structureSteps, type EntityStructure } from './structure';
