import { fonts } from '../../drawing';

/** What is worth drawing at a zoom. What is left out could not be read or told apart anyway. */
export interface LevelOfDetail {
  /** Icons and names. */
  readonly names: boolean;
  readonly subtitles: boolean;
  /** Labels on lines. */
  readonly labels: boolean;
  /** Marks, arrow heads and dashes. */
  readonly marks: boolean;
}

/** Text below this many CSS px is a grey smear; names stay a little longer, since their length and place still tell. */
const LEGIBLE = 5.5;
const LEGIBLE_NAME = 4.5;

/** The level of detail of a zoom (CSS px for each chart unit). */
export function levelOfDetail(zoom: number): LevelOfDetail {
  return {
    names: zoom * fonts.nameCompact.size >= LEGIBLE_NAME,
    subtitles: zoom * fonts.subtitle.size >= LEGIBLE,
    labels: zoom * fonts.label.size >= LEGIBLE,
    marks: zoom >= 0.25,
  };
}
