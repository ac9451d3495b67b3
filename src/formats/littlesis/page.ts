import type { EntityType } from '../../model';
import { hostOf, webAddress } from '../words';

/** A page of littlesis.org: its address with a protocol, and what the address says of its subject. */
export interface Page {
  readonly url: string;
  readonly onLittleSis: boolean;
  /** The number of a LittleSis record. */
  readonly id?: string;
  readonly kind?: 'person' | 'org' | 'relationship';
  /** The name as the address spells it. */
  readonly name?: string;
}

const SITE = 'https://littlesis.org';

/** The page that a text names; addresses without a protocol, or of the site alone, are completed. Undefined where it names none. */
export function pageOf(text: string | undefined): Page | undefined {
  if (text === undefined || text === '') return undefined;
  const url = webAddress(text.startsWith('//') ? `https:${text}` : text.startsWith('/') ? SITE + text : text);
  if (!url) return undefined;
  if (hostOf(url) !== 'littlesis.org') return { url: url.href, onLittleSis: false };
  const found = /^\/(person|org|entities|relationships?)\/(?:view\/id\/)?(\d+)(?:[-/]([^/]+))?$/.exec(url.pathname);
  if (!found) return { url: url.href, onLittleSis: true };
  const kind = found[1]!.startsWith('relationship') ? 'relationship' : found[1] === 'person' || found[1] === 'org' ? found[1] : undefined;
  const name = spelt(found[3]);
  return { url: url.href, onLittleSis: true, id: found[2]!, ...(kind ? { kind } : {}), ...(name ? { name } : {}) };
}

function spelt(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part).replaceAll('_', ' ').trim();
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return part.replaceAll('_', ' ').trim();
  }
}

/** The page of a relationship of the database. */
export function relationshipPage(id: string): string {
  return `${SITE}/relationships/${encodeURIComponent(id)}`;
}

/** The page of a map. */
export function mapPage(id: string): string {
  return `${SITE}/maps/${encodeURIComponent(id)}`;
}

/** The type that the address of somebody's page tells; LittleSis knows people and organizations. */
export function typeOfPage(page: Page | undefined): EntityType | undefined {
  return page?.kind === 'person' ? 'person' : page?.kind === 'org' ? 'organization' : undefined;
}
