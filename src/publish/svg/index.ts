export type { FontAsset, SnapshotAssets } from './assets';
export { assetFaces } from './assetFaces';
export { escapeXml } from './escapeXml';
export { base64, documentFonts, withFallbacks, type UsedText } from './fontFaces';
export { fontRules, marksToSvg, usedText, type SvgThing } from './marksToSvg';
export { svgDocument } from './svgDocument';
