export { structureNotes, structureOf, structureSteps, MOST_ENTITIES_FOR_BETWEENNESS, type EntityStructure } from './structure';
