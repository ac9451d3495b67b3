import { compareText, recordsStake, type Relationship } from '../../model';
import { groupedInSteps } from './grouping';
import { listed, named, type CodedShape } from './lead';

/**
 * Ventures with two partners or more in common. Two of them have one in common besides the partner of either that has most ventures, so
 * that this one is not gone through. Cost O(for each venture the ventures of its other partners), and the pairs that are found.
 */
export const samePartners: CodedShape = {
  id: 'same-partners',
  title: 'Two ventures with the same partners',
  rule: 'Two ventures have two partners or more in common, under different names.',
  innocent: 'Partners who work well together found more than one company, one for each licence or field.',
  *find({ relationships }) {
    const stakes = yield* groupedInSteps(relationships, (r) => (recordsStake(r.type) ? r.to : undefined));
    const partners = new Map<string, Set<string>>();
    const ventures = new Map<string, string[]>();
    for (const [venture, list] of [...stakes].sort(([a], [b]) => compareText(a, b))) {
      const holders = new Set(list.map((r) => r.from));
      if (holders.size < 2) continue;
      partners.set(venture, holders);
      for (const holder of holders) {
        const theirs = ventures.get(holder);
        if (theirs) theirs.push(venture);
        else ventures.set(holder, [venture]);
      }
      yield;
    }
    for (const [a, inA] of partners) {
      const fewestFirst = [...inA].sort((x, y) => ventures.get(x)!.length - ventures.get(y)!.length);
      const near = new Set<string>();
      for (const holder of fewestFirst.slice(0, -1)) {
        for (const b of ventures.get(holder)!) if (b > a) near.add(b);
        yield;
      }
      for (const b of [...near].sort(compareText)) {
        const common = [...inA].filter((id) => partners.get(b)!.has(id)).sort(compareText);
        if (common.length < 2) continue;
        const theirs = (r: Relationship) => common.includes(r.from);
        yield {
          says: [...listed(common), ' are partners both in ', named(a), ' and in ', named(b), '.'],
          relationships: [...stakes.get(a)!, ...stakes.get(b)!].filter(theirs),
        };
      }
    }
  },
};
