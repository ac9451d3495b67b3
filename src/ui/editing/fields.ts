import { amountAt, dateAt, shareAt, type Found } from '../../entry';
import {
  entityTypeIds, entityTypes, relationshipType, relationshipTypeIds, shareText, sourceKinds, stances,
  type AnyRecord, type Claim, type Share,
} from '../../model';

/** A field of a form: how it is shown, how a value is written in it, and how what is typed is read; `undefined` where it is empty. */
interface FormField {
  readonly name: string;
  readonly label: string;
  readonly wide?: true;
  readonly long?: true;
  /** Ids of sources, which are chosen by title. */
  readonly sources?: true;
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
  write(value: unknown): string;
  /** Throws `FieldError` for what is none. */
  read(text: string): unknown;
}

/** What is typed into a field is not of its kind. */
export class FieldError extends Error {
  override readonly name = 'FieldError';
}

const text = (name: string, label: string, more: Pick<FormField, 'wide' | 'long'> = {}): FormField => ({
  name, label, ...more, write: (value) => (typeof value === 'string' ? value : ''), read: (typed) => typed,
});
const choice = (name: string, label: string, choices: FormField['choices']): FormField => ({ ...text(name, label), choices: choices! });
const list = (name: string, label: string): FormField => ({
  name,
  label,
  wide: true,
  write: (value) => ((value as string[] | undefined) ?? []).join('; '),
  read: (typed) =>
    typed
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
});

/** Whole text by one of the readers of the line. */
function whole<T>(typed: string, found: Found<T> | undefined, example: string): T {
  if (found?.doubt !== undefined) throw new FieldError(found.doubt);
  if (found?.value === undefined || found.length !== typed.length)
    throw new FieldError(`“${typed}” is not understood here: write ${example}.`);
  return found.value;
}

const date = (name: string, label: string): FormField => ({
  ...text(name, label),
  read: (typed) => (typed === '..' || typed === '?' ? '..' : whole(typed, dateAt(typed, 0), '2008, 2008-12 or 15 December 2008')),
});

const FIELDS = {
  entities: [
    text('name', 'Name', { wide: true }),
    choice(
      'type', 'Type', entityTypeIds.map((id) => ({ id, label: entityTypes[id].label })),
    ),
    text('shortName', 'Short name'),
    list('aliases', 'Also called (with semicolons)'),
    text('jurisdiction', 'Country (KP, US-DE)'),
    date('start', 'Began'),
    date('end', 'Ended'),
    text('summary', 'Summary', { wide: true, long: true }),
  ],
  relationships: [
    choice(
      'type', 'Verb', relationshipTypeIds.map((id) => ({ id, label: relationshipType(id).verb })),
    ),
    text('label', 'A verb of its own'),
    {
      name: 'share', label: 'Share', write: (value) => shareText(value as Share | undefined),
      read: (typed) => whole(percent(typed), shareAt(percent(typed), 0), '75 % or 25–50 %'),
    },
    { name: 'amount', label: 'Sum', write: amountText, read: (typed) => whole(typed, amountAt(typed, 0), '400 million USD') },
    date('start', 'Began'),
    date('end', 'Ended (.. for unknown)'),
    text('role', 'Role', { wide: true }),
  ],
  sources: [
    text('title', 'Title', { wide: true }),
    text('publisher', 'Publisher'),
    text('author', 'Author'),
    date('published', 'Published'),
    choice(
      'kind', 'Kind', sourceKinds.map((id) => ({ id, label: id })),
    ),
    text('url', 'Address', { wide: true }),
    text('archived', 'Address of the archived copy', { wide: true }),
    date('accessed', 'Read on'),
    text('language', 'Language (en, ko)'),
    { ...list('derivedFrom', 'Copies, translates or reports'), sources: true },
  ],
  claim: [
    choice(
      'stance', 'Stance', stances.map((id) => ({ id, label: id })),
    ),
    text('locator', 'Place in the source'),
    text('quote', 'Quote, word for word', { wide: true, long: true }),
    text('statement', 'What it says, in your words', { wide: true, long: true }),
    date('made', 'Said on'),
  ],
} as const satisfies Record<string, readonly FormField[]>;

/** A bare figure counts as per cent. */
function percent(typed: string): string {
  return /(%|per\s?cent)$/i.test(typed) ? typed : `${typed} %`;
}

function amountText(value: unknown): string {
  if (value === undefined) return '';
  const { value: sum, currency, ceiling } = value as { value: number; currency: string; ceiling?: boolean };
  return `${ceiling ? 'up to ' : ''}${sum} ${currency}`;
}

export function fieldsOf(what: keyof typeof FIELDS): readonly FormField[] {
  return FIELDS[what];
}

/** A record with what a form says of its fields; a field that is empty is left out. Throws `FieldError`. */
export function withFields<R extends AnyRecord | Claim>(
  record: R, fields: readonly FormField[], typed: Readonly<Record<string, string>>,
): R {
  const next: Record<string, unknown> = { ...record };
  for (const field of fields) {
    const value = (typed[field.name] ?? '').trim();
    const read = value === '' ? undefined : field.read(value);
    if (read === undefined || (Array.isArray(read) && read.length === 0)) delete next[field.name];
    else next[field.name] = read;
  }
  return next as unknown as R;
}
