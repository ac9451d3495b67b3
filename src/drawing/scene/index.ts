export { chainParts } from './chainParts';
export { figuresOf, isGroup, percentText } from './figures';
export { buildScene, type SceneInput } from './buildScene';
export { notesText } from './footnoteText';
export { inBoxes, withEmphasis } from './withEmphasis';
