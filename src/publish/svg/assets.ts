/** A file of a font: one subset of one weight. */
export interface FontAsset {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** As CSS writes it: "U+0000-00FF,U+0131". Absent: every character. */
  readonly unicodeRange?: string;
  /** The file, base64. */
  readonly woff2: string;
}

/** What a snapshot needs from files. The caller loads them, so that browser and Node write the same bytes. */
export interface SnapshotAssets {
  readonly fonts: readonly FontAsset[];
  /** `html/viewer.js` and `html/viewer.css`, as text. */
  readonly viewerScript: string;
  readonly viewerStyle: string;
}
