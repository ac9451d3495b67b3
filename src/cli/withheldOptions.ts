import type { Dataset } from '../model';
import {
  giveaways, saidWithheld, spellingFinder, spellingsIn, withholdableFields, type Spelled, type TellingText, type Withheld,
  type WithheldDataset,
} from '../publish';
import type { GraphStore } from '../store';
import { MisuseError, type Io } from './io';
import { resolveId } from './resolve';

/** How many texts are listed on the terminal. */
const MOST_LISTED = 40;
/** How much of a text is shown there, in characters. */
const LONGEST_SHOWN = 90;

/** What is withheld, and how all of it is spelled. */
interface Meant {
  readonly withheld: readonly Withheld[];
  readonly spelled: readonly Spelled<Withheld>[];
}

/**
 * What the values of `--withhold` mean: the id of a source or tie, or the id or name of an entity, with `=NAME` the name that it goes
 * under, with `.field` only that field of it. Throws MisuseError for what is not there, for a tie with a name, and for a name that tells
 * what is withheld.
 */
export async function withheldIn(store: GraphStore, asked: readonly string[]): Promise<Meant> {
  const withheld = await Promise.all(asked.map((text) => meant(store, text)));
  const ids = (kind: Withheld['kind']) => ({ ids: [...new Set(withheld.filter((w) => w.kind === kind).map((w) => w.id))] });
  const [entities, relationships, sources] = await Promise.all([
    store.entities(ids('entity')), store.relationships(ids('relationship')), store.sources(ids('source')),
  ]);
  const spelled = spellingsIn({ entities, relationships, sources }, withheld);
  const find = spellingFinder(spelled);
  for (const { as, kind, id } of withheld) {
    if (as === undefined) continue;
    if (kind === 'relationship') throw new MisuseError(`--withhold ${id}=${as}: a tie has no name. Leave “=${as}” away to take it out.`);
    const found = find(as);
    if (found) throw new MisuseError(`--withhold ${id}=${as}: that name tells “${found.name}”, which is withheld. Choose another.`);
  }
  return { withheld, spelled };
}

async function meant(store: GraphStore, text: string): Promise<Withheld> {
  const named = async (id: string): Promise<Omit<Withheld, 'as'> | undefined> => {
    const among = (records: readonly { readonly id: string }[]) => records.some((r) => r.id === id);
    if (among(await store.entities({ ids: [id] }))) return { kind: 'entity', id };
    if (among(await store.sources({ ids: [id] }))) return { kind: 'source', id };
    return among(await store.relationships({ ids: [id] })) ? { kind: 'relationship', id } : undefined;
  };
  const record = async (what: string) => (await named(what)) ?? { kind: 'entity' as const, id: await resolveId(store, what) };
  const whole = await named(text);
  if (whole) return whole;
  const field = await fieldMeant(text, record);
  if (field) return field;
  const at = text.indexOf('=');
  const [what, as] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1).trim()];
  if (as === '') throw new MisuseError(`--withhold ${text}: write a name after “=”, or leave it away to take “${what}” out.`);
  return { ...(await record(what)), ...(as === undefined ? {} : { as }) };
}

/** `ID.field`: a field of a record that can do without it. Undefined where the text ends in none. */
async function fieldMeant(text: string, recordOf: (what: string) => Promise<Omit<Withheld, 'as'>>): Promise<Withheld | undefined> {
  const at = text.lastIndexOf('.');
  const field = text.slice(at + 1);
  const every = Object.values(withholdableFields).flat() as readonly string[];
  if (at < 1 || !every.includes(field)) return undefined;
  const record = await recordOf(text.slice(0, at));
  const allowed: readonly string[] = withholdableFields[record.kind];
  if (allowed.includes(field)) return { ...record, field };
  throw new MisuseError(`--withhold ${text}: of this record may be withheld: ${allowed.join(', ')}.`);
}

/** A snapshot or story as it is told: with a word that something is withheld where that is wanted. Throws MisuseError where nothing is. */
export function asTold<T extends { hidden?: string | undefined }>(
  told: T, { withhold, sayWithheld }: { withhold?: readonly string[]; sayWithheld?: boolean },
): T {
  if (!sayWithheld) return told;
  if (!withhold) throw new MisuseError('--say-withheld goes with --withhold: nothing is withheld.');
  return saidWithheld(told);
}

/** Tells which texts were left out, and what could still give something away. */
export function tellWithheld(before: Dataset, withheld: readonly Withheld[], after: WithheldDataset, io: Io): void {
  const texts = after.telling;
  if (texts.length > 0) {
    io.err(`Texts that name what is withheld, left out or replaced (${texts.length}):`);
    for (const telling of texts.slice(0, MOST_LISTED)) io.err(`  ${tellingLine(telling)}`);
    if (texts.length > MOST_LISTED) io.err(`  and ${texts.length - MOST_LISTED} more`);
  }
  const warnings = giveaways(before, withheld, after);
  if (warnings.length > 0) io.err(['What could still give it away:', ...warnings.map((w) => `  ${w}`)].join('\n'));
}

function tellingLine({ place, text, instead }: TellingText): string {
  const short = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return `${place}: “${short}”${instead === undefined ? '' : ` → “${instead}”`}`;
}
