import { drawable } from '../../drawing';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from a file as XML or HTML text, fit for content and for attributes in quotes; what XML has no place for becomes U+FFFD. */
export function escapeXml(text: string): string {
  return drawable(text).replace(/[&<>"']/g, (c) => ENTITIES[c]!);
}
