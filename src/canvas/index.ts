export { Chart, type ChartOptions } from './chart';
export type { Gestures, MenuRequest } from './gestures/pointer';
export type { Padding } from './stage/camera';
