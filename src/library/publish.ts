/** A chart as a file for others. */
export { connectionsBrief, ownershipBrief, routesBrief } from '../publish';
export { assetFaces, renderSnapshot, snapshotOfDataset } from '../publish';
export type { SnapshotAssets, SnapshotKind } from '../publish';
