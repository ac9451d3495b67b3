import { boundsOf, entityTypes, shareText, yearOf, type Dataset, type Entity, type Relationship } from '../../model';
import { spellingFinder } from './spellings';
import type { Withheld, WithheldDataset } from './withhold';

/**
 * What could still tell who something is that stands under another name, in sentences: that it is the only one of its type, year or
 * country in the dataset, that a share is held by nobody else, what the linked sources of its ties will say, and where a part of a
 * person's name stands. `before` is the dataset as it was. Cost O(withheld × records).
 */
export function giveaways(before: Dataset, withheld: readonly Withheld[], { dataset, idOf }: WithheldDataset): string[] {
  return withheld.flatMap((one) => {
    const entity = one.kind === 'entity' && one.field === undefined ? before.entities.find((e) => e.id === one.id) : undefined;
    if (!entity) return [];
    const parts = partOfName(entity, dataset);
    if (one.as === undefined) return parts.map((part) => `“${part}”, a part of a withheld name, stands in what is published.`);
    const ties = dataset.relationships.filter((r) => [r.from, r.to].includes(idOf('entity', entity.id)!));
    return [
      ...onlyOne(entity, one.as, before.entities), ...uniqueShares(one.as, ties, before.relationships), ...linked(one.as, ties, dataset),
      ...parts.map((part) => `“${part}”, a part of the name of ${one.as}, stands in what is published.`),
    ];
  });
}

function onlyOne(entity: Entity, as: string, all: readonly Entity[]): string[] {
  const { label } = entityTypes[entity.type];
  const alike = all.filter((e) => e.type === entity.type);
  if (alike.length === 1) return [`${as} is the only ${label} of the case.`];
  const year = firstYear(entity);
  const from = year === undefined ? [] : alike.filter((e) => firstYear(e) === year);
  const there = entity.jurisdiction === undefined ? [] : alike.filter((e) => e.jurisdiction === entity.jurisdiction);
  return [
    ...(from.length === 1 ? [`${as} is the only ${label} of the case that begins in ${year}.`] : []),
    ...(there.length === 1 ? [`${as} is the only ${label} of the case in ${entity.jurisdiction}.`] : []),
  ];
}

function firstYear({ start }: Entity): number | undefined {
  const bounds = start === undefined ? undefined : boundsOf(start);
  return bounds && yearOf(bounds.earliest);
}

function uniqueShares(as: string, ties: readonly Relationship[], all: readonly Relationship[]): string[] {
  const counts = new Map<string, number>();
  for (const { share } of all) counts.set(shareText(share), (counts.get(shareText(share)) ?? 0) + 1);
  const shares = ties.map((r) => shareText(r.share)).filter((text) => text !== '' && counts.get(text) === 1);
  return shares.map((text) => `The share of ${text} at ${as} is in no other tie of the case.`);
}

/** Pages that a reader can follow, and which most likely name whom the tie is with. */
function linked(as: string, ties: readonly Relationship[], { sources }: Dataset): string[] {
  const cited = new Set(ties.flatMap((r) => r.claims.map((c) => c.source)));
  const open = sources.filter((s) => cited.has(s.id) && s.url !== undefined);
  if (open.length === 0) return [];
  const named = open.slice(0, 3).map((s) => s.url).join(', ');
  return [
    `${open.length === 1 ? 'A source' : `${open.length} sources`} of the ties of ${as} can be opened and may name it: ${named}`
    + `${open.length > 3 ? ' and others' : ''}.`,
  ];
}

/** The first and last name of a person, where one of them stands alone in a text that is published. */
function partOfName({ type, name }: Entity, dataset: Dataset): string[] {
  const words = name.split(/\s+/).filter((word) => word.length > 3);
  if (type !== 'person' || words.length < 2) return [];
  const text = JSON.stringify(dataset);
  return words.filter((word) => spellingFinder([{ of: word, names: [word], codes: [] }])(text) !== undefined);
}
