export {
  faces, fallbackFamilies, fonts, scriptFaces, wideFamilies,
  type Face, type FaceId, type Font, type FontRole, type ScriptFaceId,
} from './fonts';
export { measureText } from './measureText';
export { clipText, wrapText } from './wrapText';
