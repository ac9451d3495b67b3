import { foldedBlanks, type ProposedClaim, type ProposedEnd } from '../model';
import type { ClaimRead, EndRead, NamedEntity, Said } from './reading';

/**
 * A proposed claim as what a line would have said, so that both are entered by one rule. `known` gives whom an id means, and who goes by
 * exactly the name of a new entity; undefined where an id means nobody.
 */
export function proposedRead(claim: ProposedClaim, known: (end: ProposedEnd) => NamedEntity | undefined): ClaimRead | undefined {
  const [subject, object] = [endOf(claim.subject, known), claim.object && endOf(claim.object, known)];
  if (!subject || (claim.object && !object)) return undefined;
  const { subject: _subject, object: _object, type, quote, ...rest } = claim;
  const said: Said = { ...(rest as Omit<Said, 'quote'>), quote: foldedBlanks(quote) };
  if (type === undefined || !object) return { kind: 'entity', subject, said };
  return { kind: 'tie', subject, object, type, forward: true, said };
}

function endOf(end: ProposedEnd, known: (end: ProposedEnd) => NamedEntity | undefined): EndRead | undefined {
  const found = known(end);
  const place = { from: 0, to: 0 };
  if (found) return { ...place, name: found.name, known: found };
  return 'id' in end ? undefined : { ...place, name: end.name, type: end.type, guessed: false };
}
