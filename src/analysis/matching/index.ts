export { MOST_COMPARED } from './blocks';
export { proposeMatches, matchSteps, type MatchOptions } from './proposeMatches';
