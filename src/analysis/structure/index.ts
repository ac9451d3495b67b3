export { bestConnectedSteps } from './bestConnected';
export { communitySteps } from './communities';
export { admittedGraphSteps, type SimpleGraph } from './simpleGraph';
export { seededRandom, structureNotes, structureSteps, type EntityStructure, type Structure } from './structure';
