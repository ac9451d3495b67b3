import anyAscii from 'any-ascii';

/** A readable id from a text in any script: lower case, hyphens, at most 80 characters; `otherwise` where nothing is left. */
export function slugOf(text: string, otherwise: string): string {
  const slug = anyAscii(text.slice(0, 200)).toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 80).replace(/^-+|-+$/g, '');
  return slug === '' ? otherwise : slug;
}
