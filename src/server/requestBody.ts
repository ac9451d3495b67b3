import type { IncomingMessage } from 'node:http';

/** The largest question that is read, in bytes; the longest real one is a few kilobytes. */
const LARGEST_BODY = 1_000_000;

/** A request that cannot be answered as it was put; `status` is the HTTP status that says so. */
export class BadRequestError extends Error {
  override readonly name = 'BadRequestError';
  constructor(readonly status: 400 | 413, message: string) {
    super(message);
  }
}

/** The body of a request as text, of at most so many bytes. Throws BadRequestError where it is longer. */
export async function bodyText(request: IncomingMessage, largest: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new BadRequestError(413, `The question is longer than ${largest} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The JSON of a request, undefined where it has no body. Throws BadRequestError for anything else. */
export async function requestBody(request: IncomingMessage): Promise<unknown> {
  const text = await bodyText(request, LARGEST_BODY);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new BadRequestError(400, `The question is not JSON: ${(error as Error).message}`);
  }
}
