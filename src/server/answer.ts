import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** Answers with JSON; where an answer has begun already, ends the connection, so that a part is never taken for the whole. */
export function answer(response: ServerResponse, status: number, json: unknown, headers: OutgoingHttpHeaders = {}): void {
  if (response.destroyed) return;
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers });
  response.end(JSON.stringify(json));
}

/** Answers with what is wrong. The connection ends with it, so that nobody has to read the rest of the request. */
export function refusal(response: ServerResponse, status: number, error: string | Refused, headers: OutgoingHttpHeaders = {}): void {
  answer(response, status, { error }, { Connection: 'close', ...headers });
}

/** What is wrong, by a name that programs can tell it by. */
interface Refused {
  readonly name: string;
  readonly message: string;
}
