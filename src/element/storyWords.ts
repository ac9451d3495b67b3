import type { StoryViews, StoryWord } from '../publish';

/** Where in a story a page is, from 0, and how it is left. */
interface Place {
  readonly step: number;
  go(step: number): void;
}

/** The words of a step: where it is in the story, its headline and text, what it cites. Every text is a text node. */
export function storyWords({ title, steps }: StoryViews, { step, go }: Place): HTMLElement {
  const { headline, paragraphs } = steps[step]!;
  const section = made('section', '', { 'aria-label': title });
  const turn = made('nav', '', { 'aria-label': 'Steps' });
  turn.append(
    button('Previous', step > 0, () => go(step - 1)), made('span', `${step + 1} of ${steps.length}`),
    button('Next', step < steps.length - 1, () => go(step + 1)),
  );
  const cited = new Map(paragraphs.flat().flatMap((w) => (w.kind === 'citation' ? [[w.number, w] as const] : [])));
  const sources = made('ol', '', { 'aria-label': 'Sources' });
  for (const { number, cites, says } of cited.values())
    sources.append(made('li', [cites, ...says].join(': '), { value: String(number) }));
  section.append(turn, made('h2', headline), ...paragraphs.map(paragraphOf), ...(cited.size > 0 ? [sources] : []));
  return section;
}

function paragraphOf(words: readonly StoryWord[]): HTMLElement {
  const paragraph = made('p', '');
  paragraph.append(...words.map(wordOf));
  return paragraph;
}

function wordOf(word: StoryWord): Node {
  if (word.kind === 'bold') return made('strong', word.text);
  if (word.kind === 'italics') return made('em', word.text);
  if (word.kind === 'link') return made('a', word.text, { href: word.url, rel: 'noreferrer noopener' });
  if (word.kind === 'citation') return made('sup', String(word.number), { title: word.cites });
  return document.createTextNode(word.text);
}

function button(label: string, enabled: boolean, press: () => void): HTMLElement {
  const one = made('button', label, { type: 'button', ...(enabled ? {} : { disabled: '' }) });
  one.addEventListener('click', press);
  return one;
}

function made(tag: string, text: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const one = document.createElement(tag);
  one.textContent = text;
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  return one;
}
