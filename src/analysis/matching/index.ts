export { Matcher, matchSteps, proposeMatches, type MatchOptions } from './proposeMatches';
