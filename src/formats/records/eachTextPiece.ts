import type { FileSource } from '../fileSource';
import type { DatasetBuilder } from '../builder';
import { encodingByNeighbours } from '../text/encodingByNeighbours';

/** How much of a file its encoding is judged by, in bytes (16 MiB). */
const JUDGED = 16 * 1024 * 1024;

/**
 * Visits the text of a file whose format does not state its encoding, piece after piece (`encodingByNeighbours`), and at its end
 * `undefined`. What was guessed or damaged is reported; of what lies beyond the first 16 MiB the encoding is taken to
 * be the same. Rejects when cancelled, with the signal's reason.
 */
export async function eachTextPiece(
  source: FileSource, builder: DatasetBuilder, visit: (piece: string | undefined, share: number) => Promise<void>,
): Promise<void> {
  const head = await source.head(JUDGED);
  const { encoding, issue } = encodingByNeighbours(head.length < source.size ? withoutBrokenEnd(head) : head);
  if (issue) builder.add(issue);
  const decoder = new TextDecoder(encoding);
  let told = issue !== undefined;
  builder.totalBytes = Math.max(builder.totalBytes, source.size);
  for await (const piece of source.pieces()) {
    builder.options.signal?.throwIfAborted();
    const text = decoder.decode(piece, { stream: true });
    if (!told && builder.bytes + piece.length > head.length && text.includes('\uFFFD')) {
      told = true;
      builder.warn(
        'not-text', `byte ${builder.bytes}`, `From here on some bytes are no ${encoding.toUpperCase()} text; each stands as “\uFFFD”.`,
        'Save the file as UTF-8 and open it again.',
      );
    }
    await visit(text, builder.bytes / source.size);
    builder.bytes += piece.length;
  }
  const rest = decoder.decode();
  if (rest !== '') await visit(rest, 1);
  await visit(undefined, 1);
}

/** A character of UTF-8 may go on behind the end of what is judged. */
function withoutBrokenEnd(head: Uint8Array): Uint8Array {
  let end = head.length;
  while (end > head.length - 4 && end > 0 && (head[end - 1]! & 0xc0) === 0x80) end -= 1;
  return end > 0 && head[end - 1]! >= 0xc0 ? head.subarray(0, end - 1) : head;
}
