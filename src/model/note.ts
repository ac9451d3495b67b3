import { z } from 'zod';
import { position } from './position';

export const note = z
  .strictObject({
    id: z.string().min(1).max(200).meta({ description: 'A readable slug, unique in the dataset.' }),
    text: z.string().min(1),
    /** Of what it speaks: an entity, a relationship, or nothing but a place on a chart. */
    entity: z.string().min(1).max(200).optional().meta({ description: 'The id of the entity that it stands at.' }),
    relationship: z.string().min(1).max(200).optional().meta({ description: 'The id of the relationship that it stands at.' }),
    place: position.optional().meta({ description: 'Where on the chart it stands, where it stands at no record.' }),
    by: z.string().min(1).optional(),
    made: z.iso.date().optional(),
  })
  .meta({ id: 'Note', description: 'A text of the editor beside the data: no evidence, and no route goes through it.' });
/** A text of the editor's at an entity, a relationship or a place on a chart. It is no evidence, and no route goes through it. */
export type Note = z.infer<typeof note>;
