import { z } from 'zod';
import { entityTypeIds, excluded, families, overviewWays, statuses } from '../model';

const count = z.int().min(0);

/** The shape of an overview, in which members and countries of groups are told in one way or another. */
export function overviewShape<Member extends z.ZodType, Country extends z.ZodType>(member: Member, country: Country) {
  return z.strictObject({
    by: z.enum(overviewWays), entities: count, relationships: count, places: count,
    groups: z.array(
      z.strictObject({
        entities: count, within: count, country: country.optional(), members: z.array(member),
        types: z.array(z.strictObject({ type: z.enum(entityTypeIds), entities: count })),
      }),
    ),
    ties: z.array(
      z.strictObject({
        groups: z.tuple([count, count]), relationships: count, families: z.partialRecord(z.enum(families), count),
        statuses: z.partialRecord(z.enum(statuses), count),
      }),
    ),
    rest: z.strictObject({ groups: count, entities: count, alone: count, relationships: count }),
    modularity: z.number().min(-0.5).max(1).optional(), excluded,
  });
}
