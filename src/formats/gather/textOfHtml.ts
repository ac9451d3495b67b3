import { Parser } from 'htmlparser2';

/** Elements that begin and end a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'br', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'tr', 'table', 'section', 'article', 'hr']);
/** Elements whose content is never read by anybody. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math']);

/**
 * The plain text of a piece of HTML: lines where blocks begin, blanks run together, entities resolved, no markup. A text
 * without markup comes back as it is, but for its blanks. Cost O(text).
 */
export function textOfHtml(html: string): string {
  let text = '';
  let unread = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (UNREAD.has(name)) unread += 1;
        if (BLOCKS.has(name)) text += '\n';
      },
      onclosetag: (name) => {
        if (UNREAD.has(name)) unread -= 1;
        if (BLOCKS.has(name)) text += '\n';
      },
      ontext: (piece) => {
        if (unread === 0) text += piece.replace(/\s+/g, ' ');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}
