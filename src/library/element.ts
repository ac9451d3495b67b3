/** `<throughline-chart src="…">`: a snapshot or dataset as a chart in any page. Importing it defines the element. */
export { ThroughlineChart, type ChartSelection } from '../element';
