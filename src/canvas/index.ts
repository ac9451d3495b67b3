export { mountChart, type MountedChart } from './mountChart';
export type { Padding } from './stage/camera';
