import { z } from 'zod';
import { dataset as datasetShape, entityTypes, relationshipTypes } from '../model';
import type { McpDataset } from './dataset';
import { NOTICE } from './quotation';
import { describeTool } from './tools/describe';

/** A text that an agent may read at an address. */
interface Resource {
  readonly name: string;
  readonly uri: string;
  readonly title: string;
  readonly about: string;
  read(dataset: McpDataset): Promise<unknown>;
}

export const resources: readonly Resource[] = [
  {
    name: 'dataset',
    uri: 'throughline://dataset',
    title: 'The dataset in figures',
    about: 'What the dataset is about and how much it holds.',
    read: async (dataset) => ({ notice: NOTICE, ...(await describeTool.answer({}, dataset, {})).told }),
  },
  {
    name: 'schema',
    uri: 'throughline://schema',
    title: 'The schema of datasets',
    about: 'The fields of entities, relationships, claims and sources, as JSON Schema.',
    read: async () => z.toJSONSchema(datasetShape, { io: 'input' }),
  },
  {
    name: 'catalogue',
    uri: 'throughline://catalogue',
    title: 'The catalogue of types',
    about: 'Every type of entity and relationship, with its words and the types that may stand at its ends.',
    read: async () => ({ entityTypes, relationshipTypes }),
  },
];
