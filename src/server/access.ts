import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost, isOwnOrigin } from './loopbackOnly';

/** The shortest token that is taken, in characters: one that is guessed in no time keeps nobody out. */
export const SHORTEST_TOKEN = 16;

/** Who may ask what of a server. */
interface AccessRules {
  /** What a request must carry as its bearer token; absent where the server answers to its own machine only. */
  readonly token?: string | undefined;
  /** Whether the server itself speaks TLS. */
  readonly secure: boolean;
  /** Pages besides its own that may ask, of a server that answers to its own machine only. */
  readonly alsoFrom?: ((origin: string) => boolean) | undefined;
}

/** Why a request is not answered. */
interface Denied {
  readonly status: 401 | 403 | 421;
  readonly message: string;
}

/** 256 bits by chance, in letters that an address can carry. */
export function madeToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Whether a request may be answered: without a token only this machine under its own names; with one, whoever has it, under any name (a
 * proxy may have another). Pages of other sites may ask nothing in either case. What holds no data is `open`: the page must come before it
 * can send a token.
 */
export function denied({ headers }: IncomingMessage, open: boolean, { token, secure, alsoFrom }: AccessRules): Denied | undefined {
  const { host, origin, authorization } = headers;
  if (token === undefined && !isLoopbackHost(host)) return { status: 421, message: 'This server answers to this machine only.' };
  // A proxy before a server with a token may speak TLS for it.
  const schemes = secure ? ['https'] : token === undefined ? ['http'] : ['http', 'https'];
  const welcome = token === undefined && origin !== undefined && alsoFrom?.(origin) === true;
  if (origin !== undefined && !welcome && !isOwnOrigin(origin, host ?? '', schemes))
    return { status: 403, message: 'Pages of other sites may ask nothing here.' };
  if (open || token === undefined || isToken(authorization, token)) return undefined;
  return {
    status: 401,
    message: 'This server asks for its token. Open the page at the address that the server printed, or send “Authorization: Bearer TOKEN”.',
  };
}

/** Compared in a time that tells nothing of the token. */
function isToken(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer +([^ ]+) *$/i.exec(authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
