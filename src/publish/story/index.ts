export { renderStory, storyKinds, type StoryKind } from './renderStory';
export { storyViews, type StoryViews, type StoryWord } from './storyViews';
export { UnknownCitationError } from './unknownCitationError';
