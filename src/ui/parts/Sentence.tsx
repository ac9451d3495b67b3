import type { ReactNode } from 'react';
import type { SentencePart } from '../../wording';
import { glueFootnotes } from './glueFootnotes';

interface Props {
  parts: readonly SentencePart[];
  /** Names that stand out: those between the ends of a route. */
  strong?: ReadonlySet<string>;
  /** How footnote numbers are set; left out where nothing is given. */
  footnotes?: (relationship: string, numbers: readonly number[]) => ReactNode;
}

/** A sentence with its names and footnote numbers; every word of it is a text node. */
export function Sentence({ parts, strong, footnotes }: Props) {
  const set = (part: SentencePart, key: number) => {
    if (part.kind === 'entity') return strong?.has(part.id) ? <b key={key}><bdi>{part.name}</bdi></b> : <bdi key={key}>{part.name}</bdi>;
    if (part.kind === 'footnotes') return footnotes ? <span key={key}>{footnotes(part.of, part.numbers)}</span> : null;
    return <span key={key} className={part.kind === 'relationship' ? `said ${part.status}` : undefined}>{part.text}</span>;
  };
  return glueFootnotes(parts).map((run, i) =>
    run.length === 1 ? (
      set(run[0]!, i)
    ) : (
      <span key={i} className="unbroken">
        {run.map(set)}
      </span>
    ),
  );
}
