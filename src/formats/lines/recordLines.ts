import type { z } from 'zod';
import { dataset, entity, relationship, source, Turns } from '../../model';
import type { CallOptions, Dataset, Entity, Relationship, Source } from '../../model';
import type { FileSource } from '../fileSource';

export const LINES_FORMAT = 'throughline-lines/1';

const head = dataset.omit({ $schema: true, format: true, sources: true, entities: true, relationships: true });
/** A dataset without its records. */
export type LinesHead = Omit<Dataset, '$schema' | 'sources' | 'entities' | 'relationships'>;

/** What takes the records of a file of lines as they come. */
export interface LineVisitor {
  head(head: LinesHead): void;
  source(source: Source): void;
  entity(entity: Entity): void;
  relationship(relationship: Relationship): void;
  /** Awaited after every piece of the file. */
  pause?(): Promise<void>;
}

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
  const decoder = new TextDecoder('utf-8', { fatal: true });
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
    throw new LineError(line + 1, 'Here or soon after are bytes that are no text in UTF-8.');
  }
}

class LineReader {
  line = 0;
  begun = false;

  constructor(private readonly visitor: LineVisitor) {}

  read(text: string): void {
    this.line++;
    if (text.trim() === '') return;
    const value = this.parsed(text);
    if (!this.begun) return this.begin(value);
    const [[kind, record] = ['', undefined], ...more] = Object.entries(value);
    if (more.length > 0) throw this.wrong('A line holds one record.');
    this.visit(() => {
      if (kind === 'source') this.visitor.source(this.checked(source, record));
      else if (kind === 'entity') this.visitor.entity(this.checked(entity, record));
      else if (kind === 'relationship') this.visitor.relationship(this.checked(relationship, record));
      else throw this.wrong(`A line holds a "source", an "entity" or a "relationship", and this one "${kind.slice(0, 40)}".`);
    });
  }

  private begin({ format, ...rest }: Record<string, unknown>): void {
    if (format !== LINES_FORMAT) throw this.wrong(`The first line says "format": "${LINES_FORMAT}".`);
    this.begun = true;
    this.visitor.head({ format: 'throughline/1', ...this.checked(head, rest) });
  }

  private parsed(text: string): Record<string, unknown> {
    try {
      const value = JSON.parse(text) as unknown;
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
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

/** The lines of a dataset. */
export function* linesOf({ $schema: _, format: _format, sources, entities, relationships, ...rest }: Dataset): Generator<string> {
  yield JSON.stringify({ format: LINES_FORMAT, ...rest });
  for (const record of sources) yield JSON.stringify({ source: record });
  for (const record of entities) yield JSON.stringify({ entity: record });
  for (const record of relationships) yield JSON.stringify({ relationship: record });
}
