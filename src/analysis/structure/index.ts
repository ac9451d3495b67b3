export { bestConnectedSteps } from './bestConnected';
export { structureNotes, structureSteps, type EntityStructure } from './structure';
