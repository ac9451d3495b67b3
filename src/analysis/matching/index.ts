export { MOST_COMPARED } from './blocks';
export { Matcher, proposeMatches, matchSteps, type MatchOptions } from './proposeMatches';
