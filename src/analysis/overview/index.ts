export { explainGroupSteps } from './explainGroup';
export { communityMembersSteps, overviewSteps, type Overview, type OverviewGroup } from './overview';
