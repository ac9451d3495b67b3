import type { Claim } from '../../model';
import { isoDateOf } from '../words';
import type { DatasetBuilder } from '../builder';
import { textAt, type Node } from './node';

/**
 * The claim that a record of GLEIF is: by the register, made when it was last updated.
 * A record that was annulled is withdrawn by the register itself.
 */
export function claimOf(registration: Node | undefined, locator: string, builder: DatasetBuilder): Claim {
  const source = builder.source('gleif', () => ({
    id: 'gleif', title: 'Global LEI Index', publisher: 'Global Legal Entity Identifier Foundation (GLEIF)', url: 'https://www.gleif.org/',
    kind: 'registry',
  }));
  const made = isoDateOf(textAt(registration, 'LastUpdateDate') ?? '').date;
  return {
    source, stance: textAt(registration, 'RegistrationStatus') === 'ANNULLED' ? 'denies' : 'asserts', locator, ...(made ? { made } : {}),
  };
}

/** The day of a moment; a text that names no day that exists is reported. */
export function dayIn(text: string | undefined, what: string, place: string, builder: DatasetBuilder): string | undefined {
  if (text === undefined) return undefined;
  const { date } = isoDateOf(text);
  if (date === undefined)
    builder.warn(
      'bad-date', place, `${what} is no date that exists; it was kept as a property.`, 'Write YYYY-MM-DD, of a day that exists.', text,
    );
  return date;
}
