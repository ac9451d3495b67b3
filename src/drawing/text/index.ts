export { faces, fonts, type Face, type FaceId, type Font, type FontRole } from './fonts';
export { measureText } from './measureText';
export { clipText, wrapText } from './wrapText';
