import { z } from 'zod';
import { neighbourQuestion } from '../../store';
import { partyIn } from '../dataset';
import { markedPart } from '../markedRecords';
import { answerShape, limit, namedEntity, page, party, skip, toldTie, typedEntity } from '../shapes';
import { Telling } from '../telling';
import { tool } from '../tool';

const FARTHEST_NEIGHBOUR = 2000;

export const neighboursTool = tool({
  name: 'neighbours',
  title: 'Who is tied to an entity',
  about:
    'Lists who is tied to an entity, the strongest tied first, each tie as a sentence with its status and how many claims say, allege or '
    + 'deny it. Denied ties are left out unless filter.statuses names "denied".',
  example: { entity: 'koryolink', limit: 5 },
  input: neighbourQuestion.omit({ without: true }).extend({ entity: party, limit: limit(50, 15), skip }),
  output: answerShape({
    entity: namedEntity,
    neighbours: z.array(typedEntity.extend({ ties: z.array(toldTie), moreTies: z.int().optional() })),
    page,
  }),
  async answer({ entity, limit, skip, filter = {}, kinds }, dataset, options) {
    const id = await partyIn(dataset, entity, options);
    const far = Math.min(FARTHEST_NEIGHBOUR, skip + limit);
    const answer = await dataset.store.neighbours({ entity: id, filter, limit: far, ...(kinds ? { kinds } : {}) }, options);
    const telling = new Telling(markedPart(answer), filter);
    const there = answer.entities.slice(1);
    const shown = there.slice(skip);
    const of = there.length + answer.more;
    return {
      told: {
        entity: telling.named(id),
        neighbours: shown.map((other) => {
          const ties = answer.relationships.filter((r) => r.from === other.id || r.to === other.id);
          return {
            ...telling.typed(telling.entities.get(other.id)!), ties: ties.slice(0, MOST_TIES).map((r) => telling.tie(r.id)),
            ...(ties.length > MOST_TIES ? { moreTies: ties.length - MOST_TIES } : {}),
          };
        }),
        page: { shown: shown.length, of, ...(shown.length > 0 && skip + shown.length < of ? { next: skip + shown.length } : {}) },
      },
    };
  },
});

/** How many ties to one neighbour are told. */
const MOST_TIES = 10;
