import type { SentencePart } from '../../wording';

/** Parts that stand on one line, or a part that may wrap. */
type SentenceRun = readonly SentencePart[];

/**
 * Ties footnote numbers to the word before them and to the full stop or comma behind, so that no line begins with
 * either. Every word stays where it was.
 */
export function glueFootnotes(parts: readonly SentencePart[]): SentenceRun[] {
  const runs: SentencePart[][] = [];
  const rest = [...parts];
  while (rest.length > 0) {
    const part = rest.shift()!;
    if (part.kind !== 'footnotes') runs.push([part]);
    else runs.push([...lastWord(runs), part, ...punctuation(rest)]);
  }
  return runs;
}

/** Takes the last word off what has been set so far. */
function lastWord(runs: SentencePart[][]): SentencePart[] {
  const before = runs.at(-1)?.at(-1);
  if (!before || before.kind === 'footnotes') return [];
  const words = before.kind === 'entity' ? before.name : before.text;
  const at = words.lastIndexOf(' ') + 1;
  runs.pop();
  if (at > 0) runs.push([withWords(before, words.slice(0, at))]);
  return [withWords(before, words.slice(at))];
}

/** Takes the stops and commas off what is still to be set. */
function punctuation(rest: SentencePart[]): SentencePart[] {
  const next = rest[0];
  if (next?.kind !== 'text') return [];
  const marks = /^[.,;:]*/.exec(next.text)![0];
  if (marks === '') return [];
  rest.shift();
  if (marks.length < next.text.length) rest.unshift(withWords(next, next.text.slice(marks.length)));
  return [withWords(next, marks)];
}

function withWords(part: Exclude<SentencePart, { kind: 'footnotes' }>, words: string): SentencePart {
  return part.kind === 'entity' ? { ...part, name: words } : { ...part, text: words };
}
