export {
  faces, fallbackFamilies, fonts, scriptFaces, wideFamilies,
  type Face, type FaceId, type Font, type FontRole, type ScriptFaceId,
} from './fonts';
export { directionOf } from './direction';
export { measureText } from './measureText';
export { clipText, wrapText } from './wrapText';
