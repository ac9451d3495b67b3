import {
  changedFields, compareText, recordsById, shareText, statusChanges,
  type AnyRecord, type Case, type Claim, type Dataset, type DatasetDiff, type Diff, type MergeConflict, type RecordList,
  type RecordTypes, type Route, type RouteChanges,
} from '../model';
import { citationText } from './citation';
import { plainText } from './sentencePart';
import { sentencesOf, type Sentences } from './sentences';

/** What a record of each list is called. */
const RECORD: Readonly<Record<RecordList, string>> = {
  sources: 'source', entities: 'entity', relationships: 'relationship', notes: 'note',
};

/** How a field is called where its name in the schema is no plain word. */
const FIELD: Readonly<Record<string, string>> = {
  shortName: 'short name', jurisdiction: 'country', from: 'first end', to: 'second end', url: 'address', archived: 'archived copy',
  accessed: 'date of reading', derivedFrom: 'sources that it derives from',
};

/** A change in words, and the record that it is about; absent where it is about the dataset itself. */
export interface SaidChange {
  readonly sentence: string;
  readonly record?: { readonly list: RecordList; readonly id: string };
}

/**
 * What turned one dataset into another, a sentence a line: sources, entities, relationships, notes; of each what came, what went and what
 * changed, in the order of ids; then whose status changed. Empty where nothing did.
 */
export function changeSentences(before: Dataset, after: Dataset, diff: DatasetDiff): string[] {
  return saidChanges(before, after, diff).map(({ sentence }) => sentence);
}

/** How changes are told: for whoever keeps the file, by the ids in it; for readers of what is published, by names and citations. */
interface Telling {
  readonly forReaders?: boolean;
}

interface Words extends Telling {
  readonly was: Sentences;
  readonly is: Sentences;
  /** A source as a claim names it. */
  source(id: string): string;
}

/** The same with the record that each sentence is about. */
export function saidChanges(before: Dataset, after: Dataset, diff: DatasetDiff, { forReaders = false }: Telling = {}): SaidChange[] {
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const sources = new Map([...before.sources, ...after.sources].map((source) => [source.id, source]));
  const cited = (id: string) => citationText({ number: 0, sourceId: id, ...(sources.has(id) ? { source: sources.get(id)! } : {}) });
  const words: Words = { was, is, forReaders, source: forReaders ? cited : (id) => id };
  const list = <L extends RecordList>(name: L) => listSentences(name, diff[name] as Diff<RecordTypes[L]>, words);
  return [
    ...(diff.head
      ? (['title', 'id', 'summary', 'licence'] as const)
          .filter((f) => diff.head!.before[f] !== diff.head!.after[f])
          .map((f) => ({ sentence: `The ${f} of the dataset was ${changedText(diff.head!.before[f], diff.head!.after[f])}.` }))
      : []),
    ...list('sources'),
    ...list('entities'),
    ...list('relationships'),
    ...list('notes'),
    ...statusChanges(before, after).map(
      ({ relationship, before: from, after: to }) => ({
        sentence: `The status is ${to}, no longer ${from}: ${sentenceOf(is, relationship)}`,
        record: { list: 'relationships' as const, id: relationship },
      }),
    ),
  ];
}

function listSentences<L extends RecordList>(list: L, diff: Diff<RecordTypes[L]>, words: Words): SaidChange[] {
  const { was, is } = words;
  const said = (id: string, sentence: string) => ({ sentence, record: { list, id } });
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => compareText(a, b));
  const what = (id: string) => `${RECORD[list]}${words.forReaders ? '' : ` ${id}`}:`;
  return [
    ...sorted(diff.added).map(([id, record]) => said(id, `Added ${what(id)} ${named(list, id, record, is)}`)),
    ...sorted(diff.removed).map(([id, record]) => said(id, `Removed ${what(id)} ${named(list, id, record, was)}`)),
    ...sorted(diff.updated).map(
      ([id, { before, after }]) => {
        const fields = changedFields(list, { before, after }).map((field) => fieldText(field, before, after, words));
        return said(id, `Changed ${what(id)} ${named(list, id, after, is).replace(/\.$/, '')}: ${fields.join('; ')}.`);
      },
    ),
  ];
}

/** Who or what a record is, with a full stop. */
function named<L extends RecordList>(list: L, id: string, record: RecordTypes[L], words: Sentences): string {
  if (list === 'relationships') return sentenceOf(words, id);
  const text =
    list === 'entities'
      ? (record as RecordTypes['entities']).name
      : list === 'sources'
        ? (record as RecordTypes['sources']).title
        : (record as RecordTypes['notes']).text;
  return `“${shortened(text)}”.`;
}

function sentenceOf(words: Sentences, id: string): string {
  return plainText(words.relationship(id));
}

function fieldText(field: string, before: AnyRecord, after: AnyRecord, words: Words): string {
  const [was, is] = [before, after].map((record) => (record as unknown as Record<string, unknown>)[field]) as [unknown, unknown];
  if (field === 'claims') return claimsText((was ?? []) as readonly Claim[], (is ?? []) as readonly Claim[], words);
  return `${FIELD[field] ?? field} ${changedText(was, is)}`;
}

/** "changed from 75 % to 70 %", "set to 2008", "removed (was 2008)". */
function changedText(was: unknown, is: unknown): string {
  if (was === undefined) return `set to ${valueText(is)}`;
  return is === undefined ? `removed (was ${valueText(was)})` : `changed from ${valueText(was)} to ${valueText(is)}`;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return `“${shortened(value)}”`;
  if (value !== null && typeof value === 'object' && 'min' in value && 'max' in value)
    return shareText(value as { min: number; max: number });
  if (value !== null && typeof value === 'object' && 'value' in value && 'currency' in value)
    return `${String(value.value)} ${String(value.currency)}`;
  return shortened(JSON.stringify(value));
}

function claimsText(was: readonly Claim[], is: readonly Claim[], words: Words): string {
  const texts = (claims: readonly Claim[]) => new Set(claims.map((c) => JSON.stringify(c)));
  const [before, after] = [texts(was), texts(is)];
  const came = is.filter((c) => !before.has(JSON.stringify(c)));
  const went = was.filter((c) => !after.has(JSON.stringify(c)));
  const parts = [...came.map((c) => `claim added: ${claimText(c, words)}`), ...went.map((c) => `claim removed: ${claimText(c, words)}`)];
  return parts.length > 0 ? parts.join('; ') : 'claims in another order';
}

/** "huawei-filing asserts (p. 4)". */
function claimText({ source: id, stance, locator }: Claim, { source }: Words): string {
  return `${source(id)} ${stance}${locator === undefined ? '' : ` (${locator})`}`;
}

function shortened(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** The charts of two cases by name: which came, went and changed. */
export function chartSentences(before: Case['charts'], after: Case['charts'], same: (name: string) => boolean): string[] {
  const [was, is] = [new Set(before.map((c) => c.name)), new Set(after.map((c) => c.name))];
  return [
    ...[...is].filter((name) => !was.has(name)).sort(compareText).map((name) => `Added chart “${name}”.`),
    ...[...was].filter((name) => !is.has(name)).sort(compareText).map((name) => `Removed chart “${name}”.`),
    ...[...is].filter((name) => was.has(name) && !same(name)).sort(compareText).map((name) => `Changed chart “${name}”.`),
  ];
}

/**
 * What became of the routes between two entities, a sentence a route: which came, which went, whose status changed; and which routes were
 * too many to be compared.
 */
export function routeChangeSentences(before: Dataset, after: Dataset, { added, removed, changed, upTo }: RouteChanges): string[] {
  const [was, is] = [sentencesOf(before), sentencesOf(after)];
  const said = (route: Route, words: Sentences) => plainText(words.route(route));
  const hops = ({ length, strength }: Route) => `${length} ${length === 1 ? 'hop' : 'hops'}, ${strength}`;
  return [
    ...added.map((route) => `Added route (${hops(route)}): ${said(route, is)}`),
    ...removed.map((route) => `Removed route (${hops(route)}): ${said(route, was)}`),
    ...changed.map((c) => `The route is ${c.after.strength}, no longer ${c.before.strength}: ${said(c.after, is)}`),
    ...(added.length + removed.length + changed.length === 0 ? ['The routes between the two are the same.'] : []),
    ...(upTo === undefined
      ? []
      : [`Routes of at most ${upTo} ${upTo === 1 ? 'hop' : 'hops'} were compared; there are too many longer ones.`]),
  ];
}

/** What a merge could not settle, what it kept, and what to do about it. */
export function conflictSentence({ list, id, field, ours, theirs, kept }: MergeConflict): string {
  if (list === 'charts') return `Chart “${id}”: both sides changed it; ${kept} is kept where they differ. Look at it once.`;
  const what = list === 'dataset' ? 'The dataset' : `${capital(RECORD[list])} ${id}`;
  if (field !== undefined)
    return `${what}: both sides changed “${FIELD[field] ?? field}”: ours ${ours === undefined ? 'took it away' : valueText(ours)}, `
      + `theirs ${theirs === undefined ? 'took it away' : valueText(theirs)}. ${capital(kept)} is kept.`;
  return `${what}: one side took it away, and the other changed it or still needs it. It is kept.`;
}

/** The same before it is decided, where one side is what is open and the other the user's file. */
export function conflictOnScreen({ list, id, field, ours, theirs }: MergeConflict): string {
  if (list === 'charts') return `Chart “${id}” was arranged here and in the file otherwise.`;
  const what = list === 'dataset' ? 'The dataset' : `${capital(RECORD[list])} ${id}`;
  const value = (side: unknown) => (side === undefined ? 'taken away' : valueText(side));
  if (field !== undefined) return `${what}, ${FIELD[field] ?? field}: ${value(ours)} here, ${value(theirs)} in the file.`;
  return `${what} was taken away on one side, and is changed or needed on the other. It stays.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How many records a dataset has, for a line of a command. */
export function figuresText(dataset: Dataset): string {
  const count = (list: RecordList, one: string, many: string) =>
    `${recordsById(dataset, list).size} ${recordsById(dataset, list).size === 1 ? one : many}`;
  return [
    count('sources', 'source', 'sources'), count('entities', 'entity', 'entities'), count('relationships', 'relationship', 'relationships'),
  ].join(', ');
}
