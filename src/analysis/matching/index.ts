export { MOST_COMPARED } from './blocks';
export { proposeMatches, proposeMatchesStepwise, type MatchOptions } from './proposeMatches';
