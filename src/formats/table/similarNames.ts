import type { Entity } from '../../model';
import { foldWords } from '../words';
import type { DatasetBuilder } from '../builder';

/** So many pairs of like names are listed one by one. */
const MOST_LISTED = 20;
const LEGAL_FORMS =
  /\b(ltd|limited|inc|incorporated|corp|corporation|co|company|llc|llp|lp|plc|gmbh|ag|kg|ohg|se|bv|nv|sarl|sas|sa|srl|spa|sl|oy|ab|as|aps|pte|pty|pjsc|jsc|ojsc|ooo|oao|zao|pao|ао|ооо|оао|зао|пао)\b|(?<=^|\s)(ао|ооо|оао|зао|пао|ип)(?=\s|$)/gu;

/**
 * Reports names that differ by case, accents, punctuation or legal form only, among entities that have no ids:
 * each stays an entity of its own. Cost O(names).
 */
export async function reportSimilarNames(entities: Iterable<Entity>, builder: DatasetBuilder): Promise<void> {
  const first = new Map<string, string>();
  let alike = 0;
  for (const { name } of entities) {
    const key = likeness(name);
    const known = first.get(key);
    if (known === undefined) first.set(key, name);
    else if ((alike += 1) <= MOST_LISTED)
      builder.warn(
        'similar-names', '(file)', `“${known}” and “${name}” may be the same; they were kept apart.`,
        'Write one name in one way, or accept them as the same after opening.', name,
      );
    if (builder.turnIsOver) await builder.nextTurn(0.95);
  }
  if (alike > MOST_LISTED)
    builder.warn(
      'similar-names',
      '(file)',
      `${alike} names differ from another only by case, punctuation or legal form, the ${MOST_LISTED} above among them; `
      + `they were kept apart.`,
      'Write one name in one way, or accept them as the same after opening.',
      String(alike),
    );
}

function likeness(name: string): string {
  const words = /^[ -~]*$/.test(name) ? name.toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim() : foldWords(name);
  return words.replace(LEGAL_FORMS, ' ').replace(/\s+/g, ' ').trim() || words || name;
}
