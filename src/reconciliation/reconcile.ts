import { proposeMatches } from '../analysis';
import { entityTypes, groupedBy, partialDate, type CallOptions, type Entity, type MatchProposal } from '../model';
import type { GraphStore, SearchHit } from '../store';
import type { PropertyValue, ReconciliationQuery } from './protocol';

/** Hits that are weighed for one query, and candidates that are given at most and if nothing is said. */
const [MOST_WEIGHED, MOST_CANDIDATES, CANDIDATES] = [60, 50, 5];
/** Below it a candidate shares no more than a common word. */
const LOWEST_SCORE = 5;
/** Numbers that are looked up for one query. */
const MOST_NUMBERS = 5;
const ASKED = 'asked';

type Asked = Omit<Entity, 'id' | 'type'>;

/** Answers a batch of queries, each by its key. */
export async function reconcile(store: GraphStore, batch: Readonly<Record<string, ReconciliationQuery>>, options: CallOptions) {
  const answers: Record<string, { result: unknown[] }> = {};
  for (const [key, query] of Object.entries(batch)) {
    options.signal?.throwIfAborted();
    answers[key] = { result: await candidatesFor(store, query, options) };
  }
  return answers;
}

/** The best candidates, best first: those that names and numbers find, weighed with all that the query says. */
async function candidatesFor(store: GraphStore, query: ReconciliationQuery, options: CallOptions) {
  const hits = await hitsFor(store, query, options);
  const entities = await store.entities({ ids: [...hits.keys()] }, options);
  const asked = askedEntity(query);
  const weighed = asked ? weights(asked, entities) : new Map<string, MatchProposal>();
  const types = new Set(query.type ?? []);
  const scored = entities
    .filter((e) => query.type_strict === 'should' || types.size === 0 || types.has(e.type))
    .map((entity) => ({ entity, hit: hits.get(entity.id)!, proposal: weighed.get(entity.id) }))
    .map((one) => {
      const rightType = types.size === 0 || types.has(one.entity.type);
      return { ...one, score: scoreOf(one.hit, asked && (one.proposal?.score ?? 0), rightType) };
    })
    .filter(({ score }) => score >= LOWEST_SCORE)
    .sort((a, b) => b.score - a.score || (a.entity.id < b.entity.id ? -1 : 1));
  const limit = Math.max(1, Math.min(MOST_CANDIDATES, Math.floor(query.limit ?? CANDIDATES)));
  const match = certainOne(scored, asked !== undefined);
  return scored.slice(0, limit).map(({ entity, hit, proposal, score }) => ({
    id: entity.id, name: entity.name, description: describedAs(entity, hit), score, match: entity.id === match,
    type: [{ id: entity.type, name: entityTypes[entity.type].label }],
    features: [
      { id: 'name', value: Math.round(hit.score * 1000) / 10 },
      { id: 'all_match', value: Math.round((proposal?.score ?? 0) * 1000) / 10 },
    ],
  }));
}

async function hitsFor(store: GraphStore, query: ReconciliationQuery, options: CallOptions): Promise<Map<string, SearchHit>> {
  const numbers = textsOf(query, 'identifier').slice(0, MOST_NUMBERS).map((text) => numberWritten(text).value);
  const texts = [query.query ?? '', ...textsOf(query, 'name'), ...numbers].filter((text) => text.trim() !== '');
  const best = new Map<string, SearchHit>();
  for (const text of texts)
    for (const hit of await store.search({ text: text.slice(0, 500), limit: MOST_WEIGHED }, options))
      if ((best.get(hit.id)?.score ?? -1) < hit.score) best.set(hit.id, hit);
  return best;
}

/** What a query says, as an entity to be compared; undefined where it says no name. */
function askedEntity(query: ReconciliationQuery): Asked | undefined {
  const [name, ...aliases] = [query.query ?? '', ...textsOf(query, 'name'), ...textsOf(query, 'alias')].filter((t) => t.trim() !== '');
  if (name === undefined) return undefined;
  const countries = textsOf(query, 'jurisdiction').map((text) => text.toUpperCase());
  const [jurisdiction] = countries.filter((text) => /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(text));
  const [start] = textsOf(query, 'start').filter((text) => partialDate.safeParse(text).success);
  const identifiers = textsOf(query, 'identifier').map(numberWritten);
  return {
    name, ...(aliases.length > 0 ? { aliases } : {}), ...(jurisdiction ? { jurisdiction } : {}), ...(start ? { start } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
  };
}

/** "LEI 5493…" names its scheme; a bare number has none that is known. */
function numberWritten(text: string): { scheme: string; value: string } {
  const [, scheme, value] = /^([A-Za-z][A-Za-z -]*)[:\s]\s*(\S.*)$/.exec(text.trim()) ?? [];
  return scheme !== undefined && value !== undefined ? { scheme: scheme.trim(), value } : { scheme: 'number', value: text.trim() || '-' };
}

/** The names that FollowTheMoney has for what is asked, which other programs send. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  jurisdiction: ['country'], start: ['birthDate', 'incorporationDate'], identifier: ['registrationNumber', 'idNumber', 'leiCode'],
};

function textsOf({ properties = [] }: ReconciliationQuery, pid: string): string[] {
  const asked = properties.filter((p) => p.pid === pid || ALSO[pid]?.includes(p.pid) === true);
  return asked.flatMap((p) => p.v.map(textOf)).filter((text) => text.trim() !== '');
}

function textOf(value: PropertyValue): string {
  return typeof value === 'object' ? (value.name ?? value.id) : String(value);
}

/** What speaks for and against each, as if the query were of its type; another type than was asked for is weighed by `scoreOf`. */
function weights(asked: Asked, entities: readonly Entity[]): Map<string, MatchProposal> {
  const byType = groupedBy(entities, (e) => e.type);
  const proposals = [...byType].flatMap(
    ([type, some]) => proposeMatches(some, [{ ...asked, id: ASKED, type }], { threshold: 0, limit: some.length }).proposals,
  );
  return new Map(proposals.map((p) => [p.a, p]));
}

/**
 * 0–100: three quarters by all that speaks for or against, one by how the name was found; of a query without a name by how its number was.
 * Another type than was asked for takes a fifth.
 */
function scoreOf(hit: SearchHit, weighed: number | undefined, rightType: boolean): number {
  const score = weighed === undefined ? 100 * hit.score : 75 * weighed + 25 * hit.score;
  return Math.round(score * (rightType ? 1 : 0.8) * 10) / 10;
}

interface Scored {
  readonly entity: Entity;
  readonly hit: SearchHit;
  readonly proposal: MatchProposal | undefined;
}

/** The one that a number proves, or that alone has the very name (of a query without one, the very number) with nothing against it. */
function certainOne(scored: readonly Scored[], named: boolean): string | undefined {
  const proved = scored.filter(({ proposal }) => proposal?.certainty === 'certain');
  if (proved.length > 0) return proved.length === 1 ? proved[0]!.entity.id : undefined;
  const called = scored.filter(({ hit }) => hit.score === 1);
  const against = called[0]?.proposal?.reasons.some((r) => r.weight < 0) ?? named;
  return called.length === 1 && !against ? called[0]!.entity.id : undefined;
}

function describedAs({ type, jurisdiction, start, summary }: Entity, { matched, name }: SearchHit): string {
  return [entityTypes[type].label, jurisdiction, start, matched === name ? undefined : `as “${matched}”`, summary?.slice(0, 200)]
    .filter((text) => text !== undefined)
    .join(', ');
}
