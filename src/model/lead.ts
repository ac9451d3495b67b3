import { z } from 'zod';
import { filter } from './filter';
import { LONGEST_ROUTE } from './question';
import { patternEnds, patternText } from './pattern';

const LEAD_RULES_FORMAT = 'throughline-leads/1';

/** A rule that a pattern says: routes that follow it deserve a second look. */
const leadRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: z.string().min(1).max(120),
  /** What is looked for, in a sentence. */
  rule: z.string().min(1).max(500),
  /** What usually explains it without anything being wrong. */
  innocent: z.string().min(1).max(500),
  from: patternEnds,
  to: patternEnds,
  pattern: patternText,
  maxHops: z.int().min(1).max(LONGEST_ROUTE).default(4),
});
export type LeadRule = z.infer<typeof leadRule>;

/** The shapes that are looked for in code, in the order in which they are told. */
const codedLeadShapes = [
  'circle-of-owners', 'handed-over', 'one-for-many', 'same-partners', 'only-listed-customer', 'younger-than-its-contract',
  'control-by-affiliates', 'ended-before-listing', 'copied-sources',
] as const;
export type CodedLeadShape = (typeof codedLeadShapes)[number];
/** The shapes that a pattern says and that are always looked for. */
export const patternLeadShapes = ['state-behind-a-network', 'supply-through-another'] as const;

const KNOWN: ReadonlySet<string> = new Set([...codedLeadShapes, ...patternLeadShapes]);

/** Rules by whose ids leads are told apart: no two have one, and none has that of a shape that is known. */
const ownRules = z.array(leadRule).max(50).superRefine((rules, context) => {
  const taken = new Set<string>();
  for (const [i, { id }] of rules.entries()) {
    if (taken.has(id) || KNOWN.has(id))
      context.addIssue({ code: 'custom', path: [i, 'id'], message: `“${id}” is the id of another rule already; give each one of its own` });
    taken.add(id);
  }
});

/** A file of rules of a newsroom's own. */
export const leadRules = z.strictObject({ format: z.literal(LEAD_RULES_FORMAT), rules: ownRules.min(1) });

/** "What deserves a second look?" `rules` come to those that are known. */
export const leadsQuestion = z.strictObject({
  filter: filter.default({}),
  rules: ownRules.default([]),
  /** How many leads at most by each rule, 1–500. */
  limit: z.int().min(1).max(500).default(50),
});
export type LeadsQuestion = z.infer<typeof leadsQuestion>;

/** What a rule looks for, and what usually explains it. */
export interface LeadShape {
  id: string;
  title: string;
  rule: string;
  innocent: string;
  /** How many leads were found by it, with those beyond the limit. */
  found: number;
  /** Whether these are all that there are: a pattern is followed no further than its limit, and a search may be given up. */
  complete: boolean;
  /** Of a pattern whose search was given up: routes of fewer hops are all there. */
  cutOff?: { hops: number } | undefined;
}

/** Something that fits a rule. It says nothing about guilt: it is worth a second look, and no more. */
export interface Lead {
  /** The id of the rule. */
  shape: string;
  /** A sentence in pieces: words, and entities by id. */
  says: (string | { entity: string })[];
  entities: string[];
  /** The relationships that it rests on. */
  relationships: string[];
  /** How many independent publishers affirm or allege these. */
  publishers: number;
}

export interface LeadsAnswer {
  shapes: LeadShape[];
  /** Those that most independent publishers speak for first, then by rule, then by ids. */
  leads: Lead[];
}
