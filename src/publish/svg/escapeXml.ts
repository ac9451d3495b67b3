import { xmlAnywhere } from '../../model';
import { drawable } from '../../drawing';

/** Text from a file as XML or HTML text, fit for content and for attributes in quotes; what cannot be drawn becomes U+FFFD. */
export function escapeXml(text: string): string {
  return xmlAnywhere(drawable(text));
}
