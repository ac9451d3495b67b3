export { bestConnectedSteps, type BestConnectedOptions } from './bestConnected';
export { structureNotes, structureOf, structureSteps, MOST_ENTITIES_FOR_BETWEENNESS, type EntityStructure } from './structure';
