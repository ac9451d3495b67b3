/** A web address that the model takes; undefined for other protocols and what is none. */
export function webAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  if (!/^https?:\/\/[^\s]+$/i.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  return new URL(trimmed);
}

/** Who answers for a web address, as far as the address says: its host without "www.". */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^www\./, '');
}
