export { mountChart, type MountedChart, type MountOptions } from './mountChart';
export type { Padding } from './stage/camera';
