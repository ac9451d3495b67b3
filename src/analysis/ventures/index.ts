export type { CoVenture } from './coVentures';
export type { ShareClash } from './stakesOverTime';
export { ventureSteps, venturesOf, type Partner, type Venture, type VenturePart, type VenturesAnswer } from './ventures';
