export { ventureSteps, type Partner, type Venture, type VenturePart, type VenturesAnswer } from './ventures';
