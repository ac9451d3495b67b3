import { z } from 'zod';
import { entityTypeIds, relationshipTypeIds } from './catalogue';
import { claim, source } from './claim';
import { jurisdiction } from './jurisdiction';
import { note } from './note';
import { partialDate, UNKNOWN_END } from './partialDate';
import { share } from './share';

/** What a dataset says that it is. */
export const DATASET_FORMAT = 'throughline/1';

const id = z.string().min(1).max(200).meta({ description: 'A readable slug, unique in the dataset: orascom-telecom-holding.' });
const citing = (what: string) => z.string().min(1).max(200).meta({ description: what });
const intervalEnd = z
  .union([partialDate, z.literal(UNKNOWN_END)])
  .meta({ description: 'Leave it out where no end is known; write ".." where nobody knows whether it has ended.' });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** What a type of another tool knew and the model has no field for; kept, shown and searched as it is. */
const properties = z.record(z.string(), z.union([scalar, z.array(scalar)]));
export type Properties = z.infer<typeof properties>;

const identifier = z
  .strictObject({ scheme: z.string().min(1), value: z.string().min(1) })
  .meta({ description: 'A number in a register: { "scheme": "LEI", "value": "…" }.' });

/** The shape of an entity. */
export const entity = z
  .strictObject({
    id,
    type: z.enum(entityTypeIds).meta({ description: 'What it is; the catalogue lists the types.' }),
    name: z.string().min(1).meta({ description: 'The full name.' }),
    shortName: z.string().min(1).max(40).optional().meta({ description: 'The name as a chart draws it, where the full one is long.' }),
    aliases: z
      .array(z.string().min(1))
      .optional()
      .meta({
        description: 'Whatever else it is called: short forms, earlier and native names, common misspellings. All of them are searched.',
      }),
    jurisdiction: jurisdiction
      .optional()
      .meta({ description: 'The country by its ISO 3166 code: KP, US-DE.' }),
    start: partialDate.optional(),
    end: intervalEnd.optional(),
    identifiers: z.array(identifier).optional(),
    summary: z.string().min(1).optional().meta({ description: 'One sentence in words of your own.' }),
    claims: z.array(claim).optional().meta({ description: 'What sources say of it, side by side, contradictions included.' }),
    properties: properties.optional(),
  })
  .meta({ id: 'Entity', description: 'A party or thing: company, joint venture, state body, person, network, asset, event or place.' });
/** A party or thing. */
export type Entity = z.infer<typeof entity>;

const amount = z
  .strictObject({ value: z.number(), currency: z.string().regex(/^[A-Z]{3}$/), ceiling: z.boolean().optional() })
  .meta({ description: 'A sum of money; "ceiling": true where the source says "up to".' });
export type Amount = z.infer<typeof amount>;

/** The shape of a relationship. */
export const relationship = z
  .strictObject({
    id,
    type: z.enum(relationshipTypeIds).meta({ description: 'The verb, read from → to; the catalogue lists the types.' }),
    from: citing('The id of the entity that the verb starts from: the owner, the supplier.'),
    to: citing('The id of the entity that the verb goes to: the owned, the customer.'),
    start: partialDate.optional(),
    end: intervalEnd.optional(),
    share: share.optional(),
    indirect: z
      .boolean()
      .optional()
      .meta({ description: 'The share is held through others: it sums up chains, which may be recorded beside it.' }),
    amount: amount.optional(),
    role: z.string().min(1).optional().meta({ description: 'In what capacity: chief executive, conduit, Entity List.' }),
    label: z.string().min(1).optional().meta({ description: 'A verb of its own, read from → to, in place of the one in the catalogue.' }),
    claims: z.array(claim).meta({ description: 'What sources say of it, side by side; its status follows from them.' }),
    properties: properties.optional(),
  })
  .meta({ id: 'Relationship', description: 'A typed tie from one entity to another.' });
/** A typed, directed tie between two entities. */
export type Relationship = z.infer<typeof relationship>;

/** The shape of a dataset; `readDataset` tells in sentences what does not fit it, and what contradicts itself. */
export const dataset = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(DATASET_FORMAT),
    id,
    title: z.string().min(1),
    summary: z.string().min(1).optional(),
    licence: z.string().min(1).optional(),
    sources: z.array(source),
    entities: z.array(entity),
    relationships: z.array(relationship),
    notes: z.array(note).optional(),
  })
  .meta({
    id: 'Dataset', title: 'Throughline dataset', description: 'Entities, the relationships between them, and the sources that say so.',
  });
/** All that a file or server knows. */
export type Dataset = z.infer<typeof dataset>;

/** A dataset without its head: what a store hands out and a chart draws. */
export type DatasetPart = Pick<Dataset, 'entities' | 'relationships' | 'sources'>;
