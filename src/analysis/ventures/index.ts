export { venturesOf, type CoVenture, type Partner, type ShareClash, type Venture, type VenturesAnswer } from './ventures';
