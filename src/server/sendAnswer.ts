import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import { Turns } from '../model';
import { acceptedEncoding, type Encoding } from './acceptedEncoding';
import { jsonPieces } from './jsonPieces';
import type { ServedAnswer } from './servedAnswer';

/** Shorter answers are not made shorter by being compressed, in bytes. */
const WORTH_COMPRESSING = 1000;
/** A reader that takes nothing of a long answer for so long is given up, in ms. */
const READS_WITHIN = 60_000;
/** Higher ones take several times as long for a few per cent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Sends an answer, compressed where that is asked for: a short one whole, a long one as it comes, no faster than it is read. One that
 * breaks off ends the connection, so that a part is never taken for the whole.
 */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answered: ServedAnswer): Promise<void> {
  const pieces = ('pieces' in answered ? answered.pieces : jsonBytes(answered.json))[Symbol.asyncIterator]();
  const [first, second] = [await pieces.next(), await pieces.next()];
  if (response.destroyed) return;
  const begin = first.done ? new Uint8Array() : first.value;
  const encoding = begin.length >= WORTH_COMPRESSING ? acceptedEncoding(request.headers['accept-encoding']) : undefined;
  response.statusCode = answered.status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Vary', 'Accept-Encoding');
  if (encoding) response.setHeader('Content-Encoding', encoding);
  if (second.done) return sendWhole(response, begin, encoding);
  response.setTimeout(READS_WITHIN, () => response.destroy());
  const all = Readable.from(withFirst([begin, second.value], pieces), { objectMode: false, highWaterMark: 256 * 1024 });
  const by = compressor(encoding);
  await (by ? pipeline(all, by, response) : pipeline(all, response));
}

async function sendWhole(response: ServerResponse, bytes: Uint8Array, encoding: Encoding | undefined): Promise<void> {
  const sent = encoding === 'br' ? await promisify(brotliCompress)(bytes, BROTLI) : encoding ? await promisify(gzip)(bytes) : bytes;
  if (response.destroyed) return;
  response.setHeader('Content-Length', sent.length);
  response.end(sent);
}

function compressor(encoding: Encoding | undefined): Transform | undefined {
  return encoding === 'br' ? createBrotliCompress(BROTLI) : encoding && createGzip();
}

async function* withFirst(first: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let piece = await rest.next(); !piece.done; piece = await rest.next()) yield piece.value;
}

/** A value as JSON, in turns with whatever else is asked. */
async function* jsonBytes(json: unknown): AsyncGenerator<Uint8Array> {
  const turns = new Turns();
  for (const piece of jsonPieces(json)) {
    yield Buffer.from(piece);
    if (turns.over) await turns.next();
  }
}
