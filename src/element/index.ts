export { ThroughlineChart, type ChartSelection } from './throughlineChart';
