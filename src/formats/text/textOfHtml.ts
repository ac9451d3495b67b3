import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Elements that begin and end a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set([
  'p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'tr', 'table', 'section', 'article', 'hr',
]);
/** Elements whose content is never read by anybody. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math']);

/**
 * The plain text of a piece of HTML: lines where blocks begin, blanks run together, entities resolved, no markup. A text
 * without markup comes back as it is, but for its blanks. What an element that nobody reads leaves open is not read. Cost
 * O(text): tags are taken one by one, none is looked for among those that are open.
 */
export function textOfHtml(html: string): string {
  const reader = new TextReader(html);
  const tokens = new Tokenizer({ decodeEntities: true, xmlMode: false }, reader);
  tokens.write(html);
  tokens.end();
  return reader.text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}

/** Takes what stands between tags, and the places of tags that begin a line. */
class TextReader implements TokenizerCallbacks {
  text = '';
  /** The element that nobody reads and how many of its name are open in it. */
  #unread = { name: '', depth: 0 };
  #opened = '';

  constructor(readonly html: string) {}

  onopentagname(start: number, end: number): void {
    const name = this.html.slice(start, end).toLowerCase();
    this.#opened = name;
    if (BLOCKS.has(name)) this.text += '\n';
    if (this.#unread.depth === 0 ? UNREAD.has(name) : name === this.#unread.name) this.#unread = { name, depth: this.#unread.depth + 1 };
  }

  onselfclosingtag(): void {
    this.#close(this.#opened);
  }

  onclosetag(start: number, end: number): void {
    const name = this.html.slice(start, end).trim().toLowerCase();
    if (BLOCKS.has(name)) this.text += '\n';
    this.#close(name);
  }

  #close(name: string): void {
    if (this.#unread.depth > 0 && name === this.#unread.name) this.#unread = { name, depth: this.#unread.depth - 1 };
  }

  ontext(start: number, end: number): void {
    if (this.#unread.depth === 0) this.text += this.html.slice(start, end).replace(/\s+/g, ' ');
  }

  ontextentity(codepoint: number): void {
    if (this.#unread.depth === 0) this.text += String.fromCodePoint(codepoint).replace(/\s/, ' ');
  }

  onattribdata(): void {}
  onattribentity(): void {}
  onattribend(): void {}
  onattribname(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onopentagend(): void {}
  onprocessinginstruction(): void {}
}
