import type { ReactNode } from 'react';
import type { SentencePart } from '../../drawing';

interface Props {
  parts: readonly SentencePart[];
  /** Names that stand out: those between the ends of a route. */
  strong?: ReadonlySet<string>;
  /** How footnote numbers are set; left out where nothing is given. */
  footnotes?: (relationship: string, numbers: readonly number[]) => ReactNode;
}

/** A sentence with its names and footnote numbers; every word of it is a text node. */
export function Sentence({ parts, strong, footnotes }: Props) {
  return parts.map((part, i) => {
    if (part.kind === 'entity') return strong?.has(part.id) ? <b key={i}>{part.name}</b> : <span key={i}>{part.name}</span>;
    if (part.kind === 'footnotes') return footnotes ? <span key={i}>{footnotes(part.of, part.numbers)}</span> : null;
    return <span key={i} className={part.kind === 'relationship' ? `said ${part.status}` : undefined}>{part.text}</span>;
  });
}
