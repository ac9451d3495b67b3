export { overviewSteps, type Overview, type OverviewGroup } from './overview';
