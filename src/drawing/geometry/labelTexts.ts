import { hasEnded, relationshipType, shareText, type Relationship } from '../../model';
import { clipText } from '../text';

/** No label is wider, in chart units: a line's text is a hint, the sentence is in the inspector. */
const WIDEST = 120;

/** The word on the line: its own verb, the past of one that has ended where that is one word, else the catalogue's. */
function verbOnLine({ type, label, ...interval }: Relationship): string {
  const { chartLabel, past } = relationshipType(type);
  return label ?? (hasEnded(interval) && !past.includes(' ') ? past : chartLabel);
}

/** "· to 2016" for what has ended, "· 2003" for what began and ended in one year. */
function endedText({ start, end }: Relationship): string {
  if (!hasEnded({ start, end })) return '';
  const year = end!.slice(0, 4);
  return start?.slice(0, 4) === year ? ` · ${year}` : ` · to ${year}`;
}

/**
 * What may stand on a relationship's line, fullest first: "owned 75 % · to 2016", then "owned 75 %", for where there is
 * little room. Each one says something else; at least one.
 */
export function labelTexts(r: Relationship): string[] {
  const share = shareText(r.share);
  const verb = clipText(verbOnLine(r), 'label', WIDEST);
  const short = share === '' ? verb : `${verb} ${share}`;
  return [...new Set([short + endedText(r), short])];
}
