import type { z } from 'zod';
import { manifest, resultBatch, type Candidate, type Manifest } from './protocol';
import type { RegisterQuery } from './question';

/** What came back of one request to a service. */
export interface RegisterReply {
  readonly status: number;
  /** In seconds, where the service says when to ask again. */
  readonly retryAfter?: number | undefined;
  /** Absent where what came is no JSON. */
  readonly json?: unknown;
}

/** Sends a form to a service, an empty one for its manifest. Rejects where it cannot be reached. */
export type PostToRegister = (form: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<RegisterReply>;

interface RegisterSurroundings {
  readonly post: PostToRegister;
  readonly signal: AbortSignal;
  /** Resolves after that many ms; rejects with the signal's reason. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  onProgress?(done: number): void;
}

export interface RegisterAnswer {
  readonly manifest: Manifest;
  /** Candidates of each query, in the order of the queries, each as the service ranks them. */
  readonly candidates: readonly (readonly Candidate[])[];
}

/** The service did not answer, or not as the specification has it; the message says what. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
}

/** How many queries go into one request where the manifest does not say, and at most. */
const [USUAL_BATCH, LARGEST_BATCH] = [10, 100];
/** How often a request is tried, and how long is waited before the second time, in ms; each further one doubles it. */
const [TRIES, FIRST_WAIT] = [4, 1000];
const LONGEST_WAIT = 60_000;

/**
 * Asks a service about queries, in batches that its manifest allows; a service that is busy or fails is asked again, later each time or
 * when it says. Rejects with RegisterError, and with the signal's reason.
 */
export async function askRegister(queries: readonly RegisterQuery[], around: RegisterSurroundings): Promise<RegisterAnswer> {
  const about = read(manifest, await replied({}, around), 'Its manifest');
  if (about.versions && !about.versions.includes('0.2') && !about.versions.includes('0.1'))
    throw new RegisterError(`“${about.name}” speaks other versions of the Reconciliation Service API (${about.versions.join(', ')}).`);
  const size = Math.max(1, Math.min(LARGEST_BATCH, Math.floor(about.batchSize ?? USUAL_BATCH)));
  const candidates: (readonly Candidate[])[] = [];
  for (let first = 0; first < queries.length; first += size) {
    const batch = Object.fromEntries(queries.slice(first, first + size).map((query, i) => [`q${first + i}`, query]));
    const answers = read(resultBatch, await replied({ queries: JSON.stringify(batch) }, around), 'Its answer');
    for (const key of Object.keys(batch)) candidates.push(answers[key]?.result ?? []);
    around.onProgress?.(candidates.length / queries.length);
  }
  return { manifest: about, candidates };
}

/** The JSON of a reply, asked for again as long as the service is busy. */
async function replied(form: Readonly<Record<string, string>>, { post, signal, wait }: RegisterSurroundings): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    signal.throwIfAborted();
    const { status, retryAfter, json } = await post(form, signal);
    if (status >= 200 && status < 300) {
      if (json === undefined) throw new RegisterError('The service answered with something that is no JSON. Check its address.');
      return json;
    }
    const again = (status === 429 || status >= 500) && tries < TRIES;
    if (!again) throw new RegisterError(`The service answered with status ${status}${tries > 1 ? `, ${tries} times` : ''}.`);
    await wait(Math.min(LONGEST_WAIT, retryAfter === undefined ? FIRST_WAIT * 2 ** (tries - 1) : retryAfter * 1000), signal);
  }
}

function read<T>(shape: z.ZodType<T>, json: unknown, what: string): T {
  const { data, error } = shape.safeParse(json);
  if (!error) return data;
  const [issue] = error.issues;
  const where = issue!.path.map(String).join('.');
  throw new RegisterError(`${what} is not what the Reconciliation Service API has it to be: ${where} ${issue!.message}.`);
}
