import { encodingOf } from '../text/decodeText';
import type { FileSource } from '../fileSource';
import type { DatasetBuilder } from '../builder';
import type { XmlElement, XmlRecords } from './xmlRecords';

/** How much of a piece is parsed before the thread may be given up, in characters. */
const SLICE = 64 * 1024;

/**
 * Visits the records of an XML file, piece after piece. The encoding is told by the first bytes, else by the XML
 * declaration, else UTF-8; bytes that are no text become U+FFFD and are reported in one.
 * Rejects when cancelled, with the signal's reason.
 */
export async function eachXmlRecord(
  source: FileSource, records: XmlRecords, builder: DatasetBuilder, visit: (element: XmlElement) => void,
): Promise<void> {
  const decoder = new TextDecoder(xmlEncodingOf(await source.head(1024)));
  const before = builder.bytes;
  builder.totalBytes = Math.max(builder.totalBytes, before + source.size);
  let replaced = 0;
  let bytes = 0;
  const take = async (text: string) => {
    replaced += replacements(text);
    for (let at = 0; at < text.length; at += SLICE) {
      for (const element of records.push(text.slice(at, at + SLICE))) visit(element);
      if (builder.turnIsOver) await builder.nextTurn(bytes / source.size);
    }
  };
  for await (const piece of source.pieces()) {
    builder.options.signal?.throwIfAborted();
    await take(decoder.decode(piece, { stream: true }));
    bytes += piece.length;
    builder.bytes = before + bytes;
  }
  await take(decoder.decode());
  for (const element of records.end()) visit(element);
  if (replaced > 0)
    builder.warn(
      'not-text', '(file)', `${replaced} bytes or characters are no ${decoder.encoding.toUpperCase()} text; each stands as “\uFFFD”.`,
      'Save the file as UTF-8 and open it again.', String(replaced),
    );
}

/** The encoding of an XML file: a byte order mark or zero bytes decide, else the declaration where it names one that is known. */
function xmlEncodingOf(head: Uint8Array): string {
  const encoding = encodingOf(head);
  if (encoding !== 'utf-8' || (head[0] === 0xef && head[1] === 0xbb)) return encoding;
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(new TextDecoder('latin1').decode(head))?.[1];
  if (declared === undefined || /^utf-?16/i.test(declared)) return encoding;
  try {
    return new TextDecoder(declared).encoding;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return encoding;
  }
}

function replacements(text: string): number {
  let n = 0;
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) n += 1;
  return n;
}
