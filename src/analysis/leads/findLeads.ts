import {
  affirmingSources, compareText, countedClaims, independentPublishers, sorted,
  type Lead, type LeadsAnswer, type LeadsQuestion, type LeadShape, type PatternAnswer, type Relationship, type Route, type Source,
  type SourceOf, type Steps,
} from '../../model';
import { circleOfOwners } from './circleOfOwners';
import { controlByAffiliates } from './controlByAffiliates';
import { copiedSources } from './copiedSources';
import { handedOver } from './handedOver';
import { named, type CodedShape, type FoundLead, type LeadGround } from './lead';
import { patternShapes } from './patternShapes';
import { samePartners } from './samePartners';
import { endedBeforeListing, oneForMany, onlyListedCustomer, youngParty } from './tradeShapes';

const CODED: readonly CodedShape[] = [
  circleOfOwners, handedOver, oneForMany, samePartners, onlyListedCustomer, youngParty, controlByAffiliates, endedBeforeListing,
  copiedSources,
];
/** So many leads of one shape are gathered, of which those with most publishers are told. */
const MOST_FOUND = 20_000;

/** The rules that a pattern says: those that are known, then those of the question. */
export function rulesOf({ rules }: LeadsQuestion): LeadsQuestion['rules'] {
  return [...patternShapes, ...rules];
}

/** What came of following the pattern of a rule. */
export type FoundByPattern = Pick<PatternAnswer, 'routes' | 'complete' | 'cutOff'>;

/**
 * "What deserves a second look?" Every shape with its rule and its usual innocent explanation, and what fits it, with the relationships
 * that it rests on. There is no score: leads for which more independent publishers speak come first, then in the order of the shapes, then
 * by ids. `byPattern` is what came of each of `rulesOf`, in that order. Cost: that of each shape, and sorting what each finds.
 */
export function* leadSteps(
  { entities, relationships }: Pick<LeadGround, 'entities' | 'relationships'>, sources: readonly Source[], question: LeadsQuestion,
  byPattern: readonly FoundByPattern[],
): Steps<LeadsAnswer> {
  const sourcesById = new Map(sources.map((s) => [s.id, s]));
  const sourceOf: SourceOf = (id) => sourcesById.get(id);
  const claimsOf = (r: Relationship) => [...countedClaims(r, question.filter)];
  const ground: LeadGround = { entities, relationships, sourceOf, claimsOf };
  const relationshipOf = new Map(relationships.map((r) => [r.id, r]));
  const shapes: LeadShape[] = [];
  const leads: Lead[] = [];
  for (const shape of CODED) {
    const found: Lead[] = [];
    let complete = true;
    for (const lead of shape.find(ground)) {
      yield;
      if (lead) found.push(leadOf(shape.id, lead, ground));
      if (found.length === MOST_FOUND) complete = false;
      if (!complete) break;
    }
    shapes.push(shapeOf(shape, found.length, { complete }));
    leads.push(...(yield* sorted(found, compareLeads)).slice(0, question.limit));
  }
  for (const [i, rule] of rulesOf(question).entries()) {
    const { routes = [], complete = true, cutOff } = byPattern[i] ?? {};
    const found = routes.flatMap((route) => routeLead(route, relationshipOf)).map((lead) => leadOf(rule.id, lead, ground));
    shapes.push(shapeOf(rule, found.length, { complete, ...(cutOff ? { cutOff } : {}) }));
    leads.push(...found.sort(compareLeads).slice(0, question.limit));
    yield;
  }
  const place = new Map(shapes.map(({ id }, i) => [id, i]));
  leads.sort((a, b) => b.publishers - a.publishers || place.get(a.shape)! - place.get(b.shape)! || compareLeads(a, b));
  return { shapes, leads };
}

function shapeOf(
  { id, title, rule, innocent }: Pick<LeadShape, 'id' | 'title' | 'rule' | 'innocent'>, found: number,
  whole: Pick<LeadShape, 'complete' | 'cutOff'>,
): LeadShape {
  return { id, title, rule, innocent, found, ...whole };
}

function routeLead({ entities, hops }: Route, relationshipOf: ReadonlyMap<string, Relationship>): FoundLead[] {
  const relationships = hops.flatMap(({ relationships: [told] }) => relationshipOf.get(told!.id) ?? []);
  const says = entities.flatMap((id, i) => [...(i === 0 ? [] : [' – ']), named(id)]);
  return relationships.length === hops.length ? [{ says: [...says, '.'], relationships }] : [];
}

function leadOf(shape: string, { says, relationships }: FoundLead, { claimsOf, sourceOf }: LeadGround): Lead {
  const distinct = [...new Set(relationships)];
  const affirming = distinct.flatMap((r) => affirmingSources(claimsOf(r), sourceOf));
  const entities = new Set([
    ...says.flatMap((part) => (typeof part === 'string' ? [] : [part.entity])), ...distinct.flatMap((r) => [r.from, r.to]),
  ]);
  return {
    shape, says, entities: [...entities], relationships: distinct.map((r) => r.id),
    publishers: independentPublishers(affirming, sourceOf).length,
  };
}

function compareLeads(a: Lead, b: Lead): number {
  return b.publishers - a.publishers || compareText(a.relationships.join(' '), b.relationships.join(' '));
}
