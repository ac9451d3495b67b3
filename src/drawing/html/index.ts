export { snapshotHtml } from './snapshotHtml';
