import type { z } from 'zod';
import { dataset, entity, nameInReach, nameIssue, relationship, source, Turns } from '../../model';
import type { CallOptions, Dataset, Entity, Relationship, Source } from '../../model';
import type { FileSource } from '../fileSource';
import { encodingOf } from '../text/decodeText';
import { wellFormedValue } from '../text';

const LINES_FORMAT = 'throughline-lines/1';

const head = dataset.omit({ $schema: true, format: true, sources: true, entities: true, relationships: true });
/** A dataset without its records. */
export type LinesHead = Omit<Dataset, '$schema' | 'sources' | 'entities' | 'relationships'>;

/** What takes the records of a file of lines as they come. */
interface LineVisitor {
  head(head: LinesHead): void;
  source(source: Source): void;
  entity(entity: Entity): void;
  relationship(relationship: Relationship): void;
  /** What stands here takes the values of lines as they are, unchecked, in place of the others. */
  value?(kind: 'head' | LineKind, value: unknown, repaired: boolean): void;
  /** Awaited after every piece of the file. */
  pause?(): Promise<void>;
}

export type LineKind = 'source' | 'entity' | 'relationship';

/** A line that is not what it should be; nothing after it is read. */
export class LineError extends Error {
  override readonly name = 'LineError';
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Visits the records of a file of lines, of which no more than a piece is held: first what the dataset is, then sources, entities and
 * relationships, each against its
 * schema. Rejects with `LineError`, with what the visitor throws as a `LineError` of its line, and with the signal's reason.
 */
export async function eachRecordLine(file: FileSource, visitor: LineVisitor, { signal, onProgress }: CallOptions = {}): Promise<void> {
  const encoding = encodingOf(await file.head(4));
  const decoder = new TextDecoder(encoding, { fatal: true });
  const turns = new Turns({ signal });
  const reader = new LineReader(visitor);
  let [rest, bytes] = ['', 0];
  for await (const piece of file.pieces()) {
    const lines = (rest + decoded(decoder, piece, reader.line)).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      reader.read(line);
      if (turns.over) await turns.next();
    }
    bytes += piece.length;
    onProgress?.(bytes / file.size, { phase: 'Reading', bytes, totalBytes: file.size, rows: reader.line });
    await visitor.pause?.();
  }
  reader.read(rest + decoded(decoder, undefined, reader.line));
  if (!reader.begun) throw new LineError(1, 'The file is empty.');
}

function decoded(decoder: TextDecoder, piece: Uint8Array | undefined, line: number): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new LineError(line + 1, `Here or soon after are bytes that are no text in ${decoder.encoding.toUpperCase()}.`);
  }
}

class LineReader {
  line = 0;
  begun = false;

  constructor(private readonly visitor: LineVisitor) {}

  read(text: string): void {
    this.line++;
    if (text.trim() === '') return;
    const { value, repaired } = this.parsed(text);
    if (!this.begun) return this.begin(value, repaired);
    const [[kind, record] = ['', undefined], ...more] = Object.entries(value);
    if (more.length > 0) throw this.wrong('A line holds one record.');
    this.visit(() => {
      if (!isKind(kind))
        throw this.wrong(`A line holds a "source", an "entity" or a "relationship", and this one "${kind.slice(0, 40)}".`);
      if (this.visitor.value) this.visitor.value(kind, record, repaired);
      else if (kind === 'source') this.visitor.source(this.checked(source, record));
      else if (kind === 'entity') this.visitor.entity(this.named(this.checked(entity, record)));
      else this.visitor.relationship(this.checked(relationship, record));
    });
  }

  private begin({ format, ...rest }: Record<string, unknown>, repaired: boolean): void {
    if (format !== LINES_FORMAT) throw this.wrong(`The first line says "format": "${LINES_FORMAT}".`);
    this.begun = true;
    if (this.visitor.value) this.visitor.value('head', rest, repaired);
    else this.visitor.head({ format: 'throughline/1', ...this.checked(head, rest) });
  }

  /** A name that cannot be drawn and told is refused: what packs the records brings nothing in. */
  private named(record: Entity): Entity {
    const { fault } = nameInReach(record.name, record.id);
    if (fault === undefined) return record;
    throw this.wrong(`${nameIssue(fault, '', '').message} Convert the file first: that mends its names and says which.`);
  }

  private parsed(text: string): { value: Record<string, unknown>; repaired: boolean } {
    try {
      const parsed = JSON.parse(text) as unknown;
      const { value, repaired } = /\\u[dD][89a-fA-F]/.test(text) ? wellFormedValue(parsed) : { value: parsed, repaired: false };
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      if (isObject) return { value: value as Record<string, unknown>, repaired };
    } catch (cause) {
      throw this.wrong(`The line is not JSON, or breaks off: ${(cause as Error).message}.`);
    }
    throw this.wrong('A line is one JSON object.');
  }

  private checked<T>(shape: z.ZodType<T>, value: unknown): T {
    const read = shape.safeParse(value);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw this.wrong(`${issue!.path.map(String).join('.') || 'The record'}: ${issue!.message}.`);
  }

  private visit(work: () => void): void {
    try {
      work();
    } catch (cause) {
      throw cause instanceof LineError ? cause : this.wrong((cause as Error).message);
    }
  }

  private wrong(message: string): LineError {
    return new LineError(this.line, message);
  }
}

function isKind(kind: string): kind is LineKind {
  return kind === 'source' || kind === 'entity' || kind === 'relationship';
}

/** The lines of a dataset. */
export function* linesOf({ $schema: _, format: _format, sources, entities, relationships, ...rest }: Dataset): Generator<string> {
  yield JSON.stringify({ format: LINES_FORMAT, ...rest });
  for (const record of sources) yield JSON.stringify({ source: record });
  for (const record of entities) yield JSON.stringify({ entity: record });
  for (const record of relationships) yield JSON.stringify({ relationship: record });
}
