import {
  shareBounds, sourcesBehind, type DatasetPart, type Entity, type Holding, type OwnershipAnswer, type Relationship, type ShareBounds,
} from '../../model';
import type { Derived } from './derived';
import type { Replaced } from './ventureWays';

/** More effective shares than this and only those of the ultimate owners with most of it are drawn; all are listed beside. */
const MOST_EFFECTIVE = 8;

/**
 * The proof of an ownership answer as what is drawn: the entity, everybody above it, a line for each stake with what is
 * certain and possible of it, and the effective shares of ultimate owners that come down through others as computed
 * lines. An entity in which holdings run in a circle is drawn once more, marked "shown already", where the circle
 * closes, so that owners always stand above. Shares on the lines are what the others leave, as the answer computes.
 * `part` must hold the entities and relationships that the answer names. O(holdings).
 */
export function ownershipPicture(part: DatasetPart, answer: OwnershipAnswer): Replaced {
  const { entities, circles } = descent(answer);
  const known = new Map(part.entities.map((e) => [e.id, e]));
  const records = new Map(part.relationships.map((r) => [r.id, r]));
  const again = circles.flatMap((h, i) => (known.has(h.holder) ? [shownAgain(known.get(h.holder)!, i)] : []));
  const stands = (h: Holding) => { const i = circles.indexOf(h); return i < 0 ? h.holder : againId(h.holder, i); };
  const lines = answer.holdings.flatMap((h) =>
    h.relationships.flatMap((id) => (records.has(id) ? [stakeLine(records.get(id)!, h, stands(h))] : [])),
  );
  const effective = effectiveLines(answer, known);
  return {
    part: {
      entities: [...entities.flatMap((id) => known.get(id) ?? []), ...again.map((a) => a.entity)],
      relationships: [...lines, ...effective.map((e) => e.relationship)], sources: part.sources,
    },
    derived: new Map([
      ...again.map((a) => [a.entity.id, a.derived] as const), ...effective.map((e) => [e.relationship.id, e.derived] as const),
    ]),
    enclosures: [],
  };
}

/** Everybody at or above the entity, nearest first, and the stakes that close a circle: whose holder stands below already. */
function descent({ entity, holdings }: OwnershipAnswer): { entities: string[]; circles: Holding[] } {
  const into = new Map<string, Holding[]>();
  for (const h of holdings) into.set(h.held, [...(into.get(h.held) ?? []), h]);
  const circles: Holding[] = [];
  const done = new Set<string>();
  const branch = new Set<string>();
  const climb = (id: string): void => {
    branch.add(id);
    for (const h of into.get(id) ?? []) {
      if (branch.has(h.holder)) circles.push(h);
      else if (!done.has(h.holder)) climb(h.holder);
    }
    branch.delete(id);
    done.add(id);
  };
  climb(entity);
  return { entities: [...done].reverse(), circles };
}

function againId(entity: string, nth: number): string {
  return `reckoned:again:${JSON.stringify([entity, nth])}`;
}

function shownAgain(entity: Entity, nth: number): { entity: Entity; derived: Derived } {
  const name = `${entity.shortName ?? entity.name} (shown already)`;
  const { shortName: _short, claims: _claims, ...rest } = entity;
  return {
    entity: { ...rest, id: againId(entity.id, nth), name },
    derived: { standsFor: { kind: 'entity', id: entity.id }, sentence: `${entity.name}, shown already: holdings run in a circle.` },
  };
}

/**
 * A stake as it is recorded, with the bounds of the answer where they are others (the others leave less, or it only possibly held then);
 * from where its holder stands. Where they leave nothing it stays as it is recorded: what is unknown is never drawn as a zero.
 */
function stakeLine(r: Relationship, { share, relationships }: Holding, from: string): Relationship {
  if (share.max === 0) return { ...r, from };
  const own = shareBounds(r.share);
  const boundedOtherwise = r.share === undefined || (relationships.length === 1 && (own.min !== share.min || own.max !== share.max));
  return { ...r, from, ...(boundedOtherwise ? { share: tidy(share) } : {}) };
}

/** At most two decimals; one figure where both bounds are the same. */
function tidy({ min, max }: ShareBounds): { min: number; max: number } {
  const rounded = (n: number) => Math.round(Math.min(100, Math.max(0, n)) * 100) / 100;
  return { min: rounded(min), max: rounded(max) };
}

/**
 * The ultimate owners' shares that come down through others, largest first. A single direct stake says its share itself;
 * one that others certainly leave nothing of is said beside, not drawn as a zero.
 */
function effectiveLines(
  { entity, effective, ultimate }: OwnershipAnswer, known: ReadonlyMap<string, Entity>,
): { relationship: Relationship; derived: Derived }[] {
  const last = new Set(ultimate.map((u) => u.holder));
  const through = effective.filter(
    (e) => last.has(e.holder) && known.has(e.holder) && e.share.max > 0 && e.chains.some((chain) => chain.length > 2),
  );
  return through.slice(0, MOST_EFFECTIVE).map(({ holder, share, chains }) => ({
    relationship: {
      id: `reckoned:share:${JSON.stringify([holder, entity])}`, type: 'owns', from: holder, to: entity, label: 'in effect',
      share: tidy(share), claims: [],
    },
    derived: {
      standsFor: { kind: 'entity', id: holder },
      sentence: `${known.get(holder)!.name} has ${percent(tidy(share))} of ${known.get(entity)?.name ?? entity} in effect, `
        + `through ${chains.length === 1 ? 'one chain' : `${chains.length} chains`}.`,
    },
  }));
}

function percent({ min, max }: ShareBounds): string {
  return min === max ? `${min} %` : `${min}–${max} %`;
}

/**
 * What an answer of the 50 per cent rule counts: the listed parties, what counts as held, and the stakes between them; for the highlighter.
 */
export function countedIn({ listed, holdings }: OwnershipAnswer): { entities: string[]; relationships: string[] } | undefined {
  if (!listed) return undefined;
  const counts = new Set<string>();
  const walk = ({ entity, counts: how, holders }: typeof listed.proof): void => {
    if (how === 'yes' || how === 'listed') counts.add(entity);
    for (const h of holders) walk(h.proof);
  };
  walk(listed.proof);
  const relationships = holdings.filter((h) => counts.has(h.holder) && counts.has(h.held)).flatMap((h) => h.relationships);
  return relationships.length === 0 ? undefined : { entities: [...counts], relationships };
}

/** Of a part, the records that an answer names, direct stakes that only sum up chains among them, and the sources behind these. */
export function proofRecords(
  part: DatasetPart, { entity, direct, holdings }: OwnershipAnswer, listed: readonly string[] = [],
): DatasetPart {
  const stakes = [...direct, ...holdings];
  const ids = new Set([entity, ...listed, ...stakes.flatMap((h) => [h.holder, h.held])]);
  const named = new Set(stakes.flatMap((h) => h.relationships));
  const entities = part.entities.filter((e) => ids.has(e.id));
  const relationships = part.relationships.filter((r) => named.has(r.id));
  return { entities, relationships, sources: sourcesBehind([...entities, ...relationships], part.sources) };
}
