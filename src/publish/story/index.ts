export { storyHtml, UnknownCitationError } from './storyHtml';
