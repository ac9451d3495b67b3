import { distinctPublishers, publishersOf } from '../../model';
import { named, type CodedShape } from './lead';

/** How many relationships are looked at in a step. */
const BATCH = 1000;

/** Ties that several publishers affirm or allege of whom all go back to one. Cost O(claims). */
export const copiedSources: CodedShape = {
  id: 'copied-sources',
  title: 'A tie that rests on sources that copy each other',
  rule: 'Several publishers say that two are tied, and by what their sources derive from all of it goes back to one.',
  innocent: 'News is passed on by its trade, and the first who told it may well be right.',
  *find({ relationships, claimsOf, sourceOf }) {
    for (const [i, r] of relationships.entries()) {
      if (i % BATCH === BATCH - 1) yield;
      const { names, independent } = publishersOf(claimsOf(r), sourceOf);
      if (names.length < 2 || independent.length !== 1) continue;
      const told = distinctPublishers([...names, ...independent]);
      yield {
        says: [
          `${told.slice(0, -1).join(', ')} and ${told.at(-1)} speak of one tie of `, named(r.from), ' to ', named(r.to),
          `, and it goes back to ${independent[0]}.`,
        ],
        relationships: [r],
      };
    }
  },
};
