import type { LeadRule, patternLeadShapes } from '../../model';

/** Shapes that a pattern says, as data: a newsroom's own rules are of the same form. */
export const patternShapes: readonly (LeadRule & { readonly id: (typeof patternLeadShapes)[number] })[] = [
  {
    id: 'state-behind-a-network',
    title: 'A state body behind a network',
    rule: 'A state body holds or controls a network, or who operates it, through one party or more.',
    innocent: 'In many countries the state owns the network openly; what counts is whether it is said to.',
    from: { entityTypes: ['publicBody'] },
    to: { entityTypes: ['network'] },
    pattern: 'ownership ownership* (ownership|venture|operates)',
    maxHops: 4,
  },
  {
    id: 'supply-through-another',
    title: 'Supply through a go-between',
    rule: 'A party supplies one who acts for, works with or supplies on to a venture or network.',
    innocent: 'Distributors and contractors do just that.',
    from: { entityTypes: ['company'] },
    to: { entityTypes: ['network', 'jointVenture'] },
    pattern: '(supplies|^intermediaryFor|partnersWith) (supplies|provides|builds)',
    maxHops: 2,
  },
];
