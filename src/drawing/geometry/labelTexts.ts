import { hasEnded, relationshipType, shareText, type Period, type Relationship } from '../../model';
import { clipText } from '../text';

/** No label is wider, in chart units: a line's text is a hint, the sentence is in the inspector. */
const WIDEST = 120;

/** The word on the line: its own verb, the past of one that has ended where that is one word, else the catalogue's. */
function verbOnLine({ type, label, ...interval }: Relationship, at: Period | undefined): string {
  const { chartLabel, past } = relationshipType(type);
  return label ?? (hasEnded(interval, at) && !past.includes(' ') ? past : chartLabel);
}

/** "· to 2016" for what has ended, "· 2003" for what began and ended in one year. */
function endedText({ start, end }: Relationship, at: Period | undefined): string {
  if (!hasEnded({ start, end }, at)) return '';
  const year = end!.slice(0, 4);
  return start?.slice(0, 4) === year ? ` · ${year}` : ` · to ${year}`;
}

/**
 * What may stand on a relationship's line, fullest first: "owned 75 % · to 2016", then "owned 75 %", for where there is
 * little room. Each one says something else; at least one. Tense and end are those of the time that is looked at.
 */
export function labelTexts(r: Relationship, at?: Period): string[] {
  const share = shareText(r.share);
  const verb = clipText(verbOnLine(r, at), 'label', WIDEST);
  const short = share === '' ? verb : `${verb} ${share}`;
  return [...new Set([short + endedText(r, at), short])];
}
