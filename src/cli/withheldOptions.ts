import type { Dataset } from '../model';
import { giveaways, spellingFinder, spellingsIn, type TellingText, type Withheld, type WithheldDataset } from '../publish';
import type { GraphStore } from '../store';
import { MisuseError, type Io } from './io';
import { resolveId } from './resolve';

/** How many texts are listed on the terminal. */
const MOST_LISTED = 40;
/** How much of a text is shown there, in characters. */
const LONGEST_SHOWN = 90;

/**
 * What the values of `--withhold` mean: the id of a source or tie, or the id or name of an entity, with `=NAME` the name that it goes
 * under. Throws MisuseError for what is not there, for a tie with a name, and for a name that tells what is withheld.
 */
export async function withheldIn(dataset: Dataset, store: GraphStore, asked: readonly string[]): Promise<Withheld[]> {
  const withheld = await Promise.all(asked.map((text) => meant(dataset, store, text)));
  const find = spellingFinder(spellingsIn(dataset, withheld));
  for (const { as, kind, id } of withheld) {
    if (as === undefined) continue;
    if (kind === 'relationship') throw new MisuseError(`--withhold ${id}=${as}: a tie has no name. Leave “=${as}” away to take it out.`);
    const found = find(as);
    if (found) throw new MisuseError(`--withhold ${id}=${as}: that name tells “${found.name}”, which is withheld. Choose another.`);
  }
  return withheld;
}

async function meant(dataset: Dataset, store: GraphStore, text: string): Promise<Withheld> {
  const named = (id: string): Omit<Withheld, 'as'> | undefined => {
    if (dataset.entities.some((e) => e.id === id)) return { kind: 'entity', id };
    if (dataset.sources.some((s) => s.id === id)) return { kind: 'source', id };
    return dataset.relationships.some((r) => r.id === id) ? { kind: 'relationship', id } : undefined;
  };
  const whole = named(text);
  if (whole) return whole;
  const at = text.indexOf('=');
  const [what, as] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1).trim()];
  if (as === '') throw new MisuseError(`--withhold ${text}: write a name after “=”, or leave it away to take “${what}” out.`);
  return { ...(named(what) ?? { kind: 'entity', id: await resolveId(store, what) }), ...(as === undefined ? {} : { as }) };
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
