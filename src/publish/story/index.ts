export { storyHtml, UnknownCitationError } from './storyHtml';
export { storyViews, type StoryViews, type StoryWord } from './storyViews';
