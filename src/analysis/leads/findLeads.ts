import {
  compareText,
  independentPublishers,
  type Lead,
  type LeadsAnswer,
  type LeadsQuestion,
  type Relationship,
  type Route,
  type Source,
  type Steps,
} from '../../model';
import type { FoundLead, LeadGround } from './lead';
import { named } from './lead';
import { circleOfOwners, controlByAffiliates, handedOver, samePartners } from './ownershipShapes';
import { patternShapes } from './patternShapes';
import { endedBeforeListing, oneForMany, onlyListedCustomer, youngParty } from './tradeShapes';

const CODED = [
  circleOfOwners,
  handedOver,
  oneForMany,
  samePartners,
  onlyListedCustomer,
  youngParty,
  controlByAffiliates,
  endedBeforeListing,
];

/** The rules that a pattern says: those that are known, then those of the question. */
export function rulesOf({ rules }: LeadsQuestion): LeadsQuestion['rules'] {
  return [...patternShapes, ...rules];
}

/**
 * "What deserves a second look?" Every shape with its rule and its usual innocent explanation, and what fits it, with the relationships
 * that it rests on. There is no score: leads for which more independent publishers speak come first, then in the order of the shapes, then
 * by ids. `byPattern` are the routes of each of `rulesOf`, in that order. Cost: that of each shape.
 */
export function* leadSteps(
  ground: LeadGround,
  sources: readonly Source[],
  question: LeadsQuestion,
  byPattern: readonly (readonly Route[])[],
): Steps<LeadsAnswer> {
  const sourceOf = new Map(sources.map((s) => [s.id, s]));
  const relationshipOf = new Map(ground.relationships.map((r) => [r.id, r]));
  const shapes: LeadsAnswer['shapes'] = [];
  const leads: Lead[] = [];
  const add = ({ id, title, rule, innocent }: Omit<LeadsAnswer['shapes'][number], 'found'>, found: readonly FoundLead[]) => {
    shapes.push({ id, title, rule, innocent, found: found.length });
    const told = found.map((lead) => leadOf(id, lead, question, sourceOf));
    leads.push(...told.sort(compareLeads).slice(0, question.limit));
  };
  for (const shape of CODED) {
    add(shape, shape.find(ground));
    yield;
  }
  for (const [i, rule] of rulesOf(question).entries()) {
    add(
      rule,
      (byPattern[i] ?? []).flatMap((route) => routeLead(route, relationshipOf)),
    );
    yield;
  }
  const place = new Map(shapes.map(({ id }, i) => [id, i]));
  leads.sort((a, b) => b.publishers - a.publishers || place.get(a.shape)! - place.get(b.shape)! || compareLeads(a, b));
  return { shapes, leads };
}

function routeLead({ entities, hops }: Route, relationshipOf: ReadonlyMap<string, Relationship>): FoundLead[] {
  const relationships = hops.flatMap(({ relationships: [told] }) => relationshipOf.get(told!.id) ?? []);
  const says = entities.flatMap((id, i) => [...(i === 0 ? [] : [' – ']), named(id)]);
  return relationships.length === hops.length ? [{ says: [...says, '.'], relationships }] : [];
}

function leadOf(shape: string, { says, relationships }: FoundLead, { filter }: LeadsQuestion, sourceOf: ReadonlyMap<string, Source>): Lead {
  const distinct = [...new Set(relationships)];
  const affirming = distinct.flatMap((r) =>
    r.claims
      .filter((c) => (c.stance === 'asserts' || c.stance === 'alleges') && !filter.withoutSources?.includes(c.source))
      .map((c) => sourceOf.get(c.source)),
  );
  const entities = new Set([
    ...says.flatMap((part) => (typeof part === 'string' ? [] : [part.entity])),
    ...distinct.flatMap((r) => [r.from, r.to]),
  ]);
  return {
    shape,
    says,
    entities: [...entities],
    relationships: distinct.map((r) => r.id),
    publishers: independentPublishers(affirming).length,
  };
}

function compareLeads(a: Lead, b: Lead): number {
  return b.publishers - a.publishers || compareText(a.relationships.join(' '), b.relationships.join(' '));
}
