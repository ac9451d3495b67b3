import { relationshipType, type RelationshipType, type Stance } from '../model';
import { writtenName } from './writtenName';

/** What a line is filled in with: who, by which verb, whom, and as what. */
interface LineBegun {
  readonly subject?: string;
  readonly type?: RelationshipType;
  readonly object?: string;
  readonly stance?: Stance;
}

const WORDS: Readonly<Record<Stance, string>> = { asserts: '', alleges: 'alleged', denies: 'denied', questions: 'questioned' };

/** A line as it would be typed, with a blank behind it to go on from; a part that is left out ends it there. */
export function writtenClaim({ subject, type, object, stance = 'asserts' }: LineBegun): string {
  if (subject === undefined) return '';
  const parts = [
    writtenName(subject), ...(type === undefined ? [] : [relationshipType(type).verb]),
    ...(object === undefined ? [] : [writtenName(object)]), WORDS[stance],
  ];
  return `${parts.filter((part) => part !== '').join(' ')} `;
}
