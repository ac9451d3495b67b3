/** The names under which this machine reaches itself. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a Host header names this machine. A page of another site may point a name of its own at 127.0.0.1 and
 * so read what is served here (DNS rebinding); such a request carries that name.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

/** Whether a page that asks was served by this machine itself, at whatever port. */
export function isLoopbackOrigin(origin: string): boolean {
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return isLoopbackHost(host);
}

/**
 * Whether an Origin header is that of the page which was served under this Host by one of these schemes. A browser sets it on what pages of
 * other sites ask; "null" is one of them.
 */
export function isOwnOrigin(origin: string, host: string, schemes: readonly string[]): boolean {
  return schemes.some((scheme) => origin.toLowerCase() === `${scheme}://${host.toLowerCase()}`);
}
