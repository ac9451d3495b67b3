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
  /** A file of a script that few pictures need, as `allScriptPieces` names it. Rejects where it cannot be had. */
  scriptFile(file: string): Promise<Uint8Array>;
  /** A file of `assetFaces` as WOFF 1.0, with the ending `.woff`: for documents that cut fonts down. Rejects where it cannot be had. */
  outlineFile(file: string): Promise<Uint8Array>;
  /** `html/viewer.js` and `html/viewer.css`, as text. */
  readonly viewerScript: string;
  readonly viewerStyle: string;
}
