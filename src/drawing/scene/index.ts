export { buildScene, type SceneInput } from './buildScene';
export { notesText } from './footnoteText';
