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

/** The JSON of a request, undefined where it has no body. Throws BadRequestError for anything else. */
export async function requestBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new BadRequestError(413, `The question is longer than ${LARGEST_BODY} bytes.`);
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (error) {
    throw new BadRequestError(400, `The question is not JSON: ${(error as Error).message}`);
  }
}
