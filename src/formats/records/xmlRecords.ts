import { SaxesParser } from 'saxes';
import type { DatasetBuilder } from '../builder';

/** An element with what is inside it; names are local, without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
  readonly line: number;
  /** Of a container: whether it begins or ends here. What is inside it stands between the two, not among its children. */
  readonly container?: 'opens' | 'closes';
}

/** The deepest nesting, and the most characters in one record (every element counts as 16 besides its text), that are read. */
const DEEPEST_XML = 64;
const LONGEST_XML_RECORD = 16 * 1024 * 1024;

/** The most attributes of one element that are read. */
const MOST_ATTRIBUTES = 10_000;

/** What stops a document that cannot be read further. */
class Stop extends Error {}

/**
 * The records of an XML document: every element of one of these local names, with all that is inside it, one after
 * another; and of containers, which may hold most of the document, where each begins and ends. Nothing is expanded but the
 * five entities of XML and character references, so that no document grows; a
 * declaration of entities is reported. What is no XML is reported and ends the reading; records before it are given.
 */
export class XmlRecords {
  readonly #parser = new SaxesParser({ xmlns: false, position: true });
  readonly #ready: XmlElement[] = [];
  readonly #open: XmlElement[] = [];
  readonly #within: XmlElement[] = [];
  #depth = 0;
  #length = 0;
  #faults = 0;
  /** How many characters came since something ended, and how many attributes the element at hand has so far. */
  #since = 0;
  #attributes = 0;
  #stopped = false;
  #ending = false;

  constructor(
    readonly names: ReadonlySet<string>,
    readonly builder: DatasetBuilder,
    readonly containers: ReadonlySet<string> = new Set(),
    /** What stands around records and says nothing itself. Other elements in containers are counted as not expressed. */
    readonly wrappers: ReadonlySet<string> = new Set(),
  ) {
    this.#parser.on('opentagstart', () => this.#begin());
    this.#parser.on('attribute', () => this.#attribute());
    for (const kind of ['comment', 'processinginstruction', 'xmldecl'] as const) this.#parser.on(kind, () => this.#mark());
    this.#parser.on('opentag', ({ name, attributes }) => this.#openTag(name, attributes as Record<string, string>));
    this.#parser.on('closetag', ({ name }) => this.#closeTag(name));
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('doctype', () =>
      builder.warn(
        'doctype', this.#parser.line, 'The document declares a type or entities of its own; none of them is expanded.',
        'Check where the file comes from.',
      ),
    );
    this.#parser.on('error', (error) => this.#fault(error.message));
  }

  /** Takes the next piece of the document and gives the records that it completes. */
  *push(piece: string): Generator<XmlElement> {
    this.#guarded(() => {
      this.#parser.write(piece);
      this.#since += piece.length;
      if (this.#since > LONGEST_XML_RECORD)
        this.#stop(
          'too-long',
          `A comment, text or value goes on for more than the ${LONGEST_XML_RECORD} characters that are read; nothing after this was read.`,
        );
    });
    yield* this.#ready.splice(0);
  }

  /** Something ended here, of which the parser holds nothing any more. */
  #mark(): void {
    this.#since = 0;
  }

  #begin(): void {
    this.#mark();
    this.#attributes = 0;
  }

  #attribute(): void {
    this.#mark();
    this.#attributes += 1;
    if (this.#attributes > MOST_ATTRIBUTES)
      this.#stop(
        'too-many-fields', `An element has more than the ${MOST_ATTRIBUTES} attributes that are read; nothing after this was read.`,
      );
  }

  /** Ends the document: what is still open is reported, and containers end here. */
  *end(): Generator<XmlElement> {
    this.#ending = true;
    this.#guarded(() => this.#parser.close());
    yield* this.#ready.splice(0);
    for (const element of this.#within.splice(0).reverse()) yield { ...element, container: 'closes' };
  }

  #guarded(parse: () => void): void {
    if (this.#stopped) return;
    try {
      parse();
    } catch (cause) {
      if (!(cause instanceof Stop)) throw cause;
      this.#stopped = true;
    }
  }

  #openTag(name: string, attributes: Record<string, string>): void {
    this.#mark();
    this.#depth += 1;
    if (this.#depth > DEEPEST_XML)
      this.#stop('too-deep', `The document nests more than ${DEEPEST_XML} elements deep here; nothing after this was read.`);
    const local = localName(name);
    const contained = this.#open.length === 0 && this.containers.has(local);
    if (this.#open.length === 0 && !contained && !this.names.has(local)) {
      if (this.#within.length > 0 && !this.wrappers.has(local)) this.builder.miss(`elements ${local.slice(0, 100)}`);
      return;
    }
    const element: XmlElement = {
      name: local, attributes: attributesOf(attributes), children: [], text: '', line: this.#parser.line,
      ...(contained ? { container: 'opens' } : {}),
    };
    if (contained) {
      this.#within.push(element);
      this.#ready.push(element);
      return;
    }
    this.#grow(16 + [...element.attributes].reduce((n, [key, value]) => n + key.length + value.length, 0));
    this.#open.at(-1)?.children.push(element);
    this.#open.push(element);
  }

  #closeTag(name: string): void {
    this.#mark();
    this.#depth -= 1;
    const element = this.#open.pop();
    if (!element) {
      if (this.#within.at(-1)?.name === localName(name)) this.#ready.push({ ...this.#within.pop()!, container: 'closes' });
      return;
    }
    element.text = element.text.trim();
    if (this.#open.length > 0) return;
    this.#length = 0;
    this.#ready.push(element);
  }

  #text(text: string): void {
    this.#mark();
    const element = this.#open.at(-1);
    if (!element) return;
    this.#grow(text.length);
    element.text += text;
  }

  #grow(characters: number): void {
    this.#length += characters;
    if (this.#length > LONGEST_XML_RECORD)
      this.#stop('too-long', `A record has more than the ${LONGEST_XML_RECORD} characters that are read; nothing after this was read.`);
  }

  /**
   * The first faults are told; a document that has many is no document.
   * What is wrong where it ends is that it breaks off, which is told once.
   */
  #fault(message: string): void {
    const text = message.replace(/^\d+:\d+: /, '');
    if (this.#ending)
      this.#stop('cut-short', `The document ends too early: ${text}`, 'Save or download it again; what stands before was read.');
    this.#faults += 1;
    if (this.#faults > 20) this.#stop('not-xml', 'More than 20 faults in the XML; nothing after this was read.');
    this.builder.warn(
      'not-xml', `line ${this.#parser.line}, column ${this.#parser.column}`, `This is no well-formed XML: ${text}`,
      'Download the file again, or correct it there.',
    );
  }

  #stop(code: string, message: string, hint = 'Check where the file comes from.'): never {
    this.builder.error(code, this.#parser.line, message, hint);
    throw new Stop();
  }
}

/** Attributes by their local names, without declarations of namespaces. */
function attributesOf(attributes: Record<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(attributes)) if (!key.startsWith('xmlns')) found.set(localName(key), value);
  return found;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
