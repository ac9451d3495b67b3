import { entityTypes, relationshipType, type EntityType } from '../model';
import { guessType } from './guessType';
import { readClaimLine } from './readClaimLine';
import type { Lexicon, Span } from './reading';
import { verbsBeginning, type Verb } from './verbs';
import { writtenName } from './writtenName';

/** What may come at the caret: what is typed there so far, whether a name or a verb (or either) is wanted, and the tie whose end it is. */
interface CompletionPlace extends Span {
  readonly typed: string;
  readonly wants: 'name' | 'verb' | 'nothing';
  /** Verbs that go on from what is typed last, where a name may be complete. */
  readonly verbs: readonly { readonly verb: Verb; readonly from: number }[];
  /** What a new entity of this name would be. */
  readonly guess: EntityType;
}

/** Something that Tab puts into the line. */
export interface Completion extends Span {
  readonly kind: 'entity' | 'verb' | 'new';
  /** What stands in the line then. */
  readonly text: string;
  /** How a list shows it, and what is said beside it. */
  readonly label: string;
  readonly detail: string;
}

/** An entity that a search found, as a list of completions shows it. */
interface FoundEntity {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly matched: string;
  readonly degree: number;
}

const MOST_VERBS = 6;
const LONGEST_VERB = 6;

/** What may come where the caret stands. Only what stands before the caret counts. Pure. */
export function completionPlace(text: string, caret: number, lexicon: Lexicon): CompletionPlace {
  const before = text.slice(0, caret);
  const { parts, claim } = readClaimLine(before, lexicon);
  const verb = parts.find((p) => p.what === 'verb');
  const nothing: CompletionPlace = { from: caret, to: caret, typed: '', wants: 'nothing', verbs: [], guess: 'company' };
  if (verb) {
    const from = verb.to + (/^\s*/.exec(before.slice(verb.to))![0].length);
    const typed = before.slice(from);
    const object = parts.find((p) => p.what === 'object');
    const further = parts.some((p) => p.from >= from && p.what !== 'object' && p.what !== 'type');
    if (
      verb.to === caret
      || further
      || (claim?.kind === 'tie' && claim.object.known && /\s$/.test(before) && before.trimEnd().length >= claim.object.to)
    )
      return nothing;
    const end = claim?.kind === 'tie' ? (claim.forward ? 'to' : 'from') : undefined;
    return {
      from, to: caret, typed: typed.trim(), wants: 'name', verbs: [],
      guess: guessType(typed.trim(), claim?.kind === 'tie' ? claim.type : undefined, object && end),
    };
  }
  const from = /^\s*/.exec(before)![0].length;
  const typed = before.slice(from);
  const known = parts.find((p) => p.what === 'subject');
  if (known && known.to < caret) {
    const at = known.to + /^\s*/.exec(before.slice(known.to))![0].length;
    return { from: at, to: caret, typed: before.slice(at), wants: 'verb', verbs: verbsAt(before, at), guess: 'company' };
  }
  return {
    from, to: caret, typed: typed.trim(), wants: typed.trim() === '' ? 'nothing' : 'name', verbs: verbsBehind(before, from),
    guess: guessType(typed.trim()),
  };
}

function verbsAt(before: string, from: number): { verb: Verb; from: number }[] {
  return verbsBeginning(before.slice(from)).map((verb) => ({ verb, from }));
}

/** Verbs that the last words of a line may begin, where a name stands before them. */
function verbsBehind(before: string, from: number): { verb: Verb; from: number }[] {
  const starts = [...before.slice(from).matchAll(/(?<=\s)\S+/gu)].map((m) => from + m.index).slice(-LONGEST_VERB);
  return starts.flatMap((at) => verbsAt(before, at).filter(({ verb }) => verb.phrase.length > 1)).slice(0, MOST_VERBS);
}

/**
 * The list for a place: entities that are there first, then verbs, a new entity last.
 * `found` are those that a search for what is typed gave, best first.
 */
export function completionsFor(place: CompletionPlace, found: readonly FoundEntity[]): Completion[] {
  if (place.wants === 'nothing') return [];
  const { from, to, typed } = place;
  const twice = new Set(found.map((f) => f.name).filter((name, i, all) => all.indexOf(name) !== i));
  const entities =
    place.wants === 'name'
      ? found.map((one): Completion => ({
          kind: 'entity', from, to, text: `${twice.has(one.name) ? `@${one.id}` : writtenName(one.name)} `, label: one.name,
          detail: [
            entityTypes[one.type].label, one.matched === one.name ? '' : `also “${one.matched}”`, twice.has(one.name) ? one.id : '',
            one.degree === 1 ? '1 tie' : `${one.degree} ties`,
          ]
            .filter((part) => part !== '')
            .join(' · '),
        }))
      : [];
  const verbs = place.verbs
    .slice(0, place.wants === 'verb' ? 40 : MOST_VERBS)
    .map(({ verb, from: at }): Completion => ({
      kind: 'verb', from: at, to, text: `${verb.phrase} `, label: verb.phrase,
      detail: verb.own ? relationshipType(verb.type).family : `as “${relationshipType(verb.type)[verb.forward ? 'verb' : 'inverse']}”`,
    }));
  const isNew =
    place.wants === 'name'
    && typed !== ''
    && !found.some((f) => f.name.toLowerCase() === typed.toLowerCase() || f.matched.toLowerCase() === typed.toLowerCase());
  const fresh = isNew
    ? [
        {
          kind: 'new' as const, from, to, text: `${writtenName(typed)} (${entityTypes[place.guess].label}) `, label: typed,
          detail: `new ${entityTypes[place.guess].label}`,
        },
      ]
    : [];
  return [...entities, ...verbs, ...fresh];
}
