export * from './text';
export * from './geometry';
export * from './scene';
export * from './scene/index';
export * from './visualLanguage';
export { sceneMarks, type GroupMark, type Mark, type PathMark, type SceneTitles, type TextMark } from './picture';
export * from './paint';
