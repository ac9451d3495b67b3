export { bestConnectedSteps } from './bestConnected';
export { structureNotes, structureSteps, type EntityStructure, type Structure } from './structure';
