import { DATASET_FORMAT, type Dataset } from '../../model';

/** So many that betweenness is still reckoned, and takes long. */
const ENTITIES = 2900;
const TIES_EACH = 15;

/** A dataset whose structure takes seconds to be computed, and everything else next to none. */
export function datasetOfLongStructure(): Dataset {
  return {
    format: DATASET_FORMAT, id: 'long', title: 'A dense network', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'registry' }],
    entities: Array.from({ length: ENTITIES }, (_, i) => ({ id: `e${i}`, type: 'company', name: `Company number ${i}` })),
    relationships: Array.from({ length: ENTITIES * TIES_EACH }, (_, i) => ({
      id: `r${i}`, type: 'partnersWith', from: `e${i % ENTITIES}`, to: `e${(i * 7919 + Math.floor(i / ENTITIES) + 1) % ENTITIES}`,
      claims: [{ source: 's', stance: 'asserts' }],
    })),
  };
}
