import type { Story } from '../model';

/** A piece of a story's text. A citation names what one source says of one record. */
export type StoryPart =
  | { readonly kind: 'text' | 'bold' | 'italics'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }
  | { readonly kind: 'citation'; readonly record: string; readonly source: string };

const MARKUP = /\*\*(.+?)\*\*|\*(.+?)\*|\[@(\S+)\s+(\S+?)\]|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

/** The paragraphs of a story's text, in order. What is no markup stays as it is written. */
export function storyParagraphs(text: string): StoryPart[][] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(partsOf);
}

function partsOf(paragraph: string): StoryPart[] {
  const parts: StoryPart[] = [];
  let done = 0;
  const plain = (end: number) => {
    if (end > done) parts.push({ kind: 'text', text: paragraph.slice(done, end).replace(/\s+/g, ' ') });
  };
  for (const found of paragraph.matchAll(MARKUP)) {
    plain(found.index);
    done = found.index + found[0].length;
    const part = partOf(found);
    const before = parts.at(-1);
    // A footnote stands at the word before it.
    if (part.kind === 'citation' && before?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: before.text.trimEnd() };
    parts.push(part);
  }
  plain(paragraph.length);
  return parts;
}

function partOf([, bold, italics, record, source, words, url]: RegExpMatchArray): StoryPart {
  if (bold !== undefined) return { kind: 'bold', text: bold };
  if (italics !== undefined) return { kind: 'italics', text: italics };
  if (record !== undefined) return { kind: 'citation', record, source: source! };
  return { kind: 'link', text: words!, url: url! };
}

/** The citations of a text, in order, each as often as it stands there. */
export function storyCitations(text: string): Extract<StoryPart, { kind: 'citation' }>[] {
  return storyParagraphs(text).flat().filter((part) => part.kind === 'citation');
}

/** The ids of what a story names: the entities that its steps draw, and the records that its texts cite. */
export function storyRecords({ steps }: Story): { readonly drawn: string[]; readonly cited: string[] } {
  return {
    drawn: [...new Set(steps.flatMap((step) => step.view.entities))],
    cited: [...new Set(steps.flatMap((step) => storyCitations(step.text)).map((c) => c.record))],
  };
}
