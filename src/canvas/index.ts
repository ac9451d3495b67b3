export { mountChart, type MountedChart } from './mountChart';
