export { structureNotes, structureOf, MOST_ENTITIES_FOR_BETWEENNESS, type EntityStructure } from './structure';
