export type { FontAsset, SnapshotAssets } from './assets';
export { assetFaces, type AssetFace } from './assetFaces';
export { escapeXml } from './escapeXml';
export { base64, documentFonts, withFallbacks, type UsedText } from './fontFaces';
export { fontRules, marksToSvg, usedText, type SvgThing, type SvgWriting } from './marksToSvg';
export { sceneToSvg, svgDocument, type SvgOptions } from './sceneToSvg';
