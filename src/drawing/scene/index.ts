export { isGroup, percentText } from './figures';
export { buildScene, buildSceneStepwise, type SceneInput } from './buildScene';
export { outlinedApart } from './enclosures';
export { looksOf } from './looks';
export { sketchScene } from './sketchScene';
export { notesText } from './footnoteText';
export { withFamilyWords } from './withFamilyWords';
export { inBoxes, withEmphasis } from './withEmphasis';
