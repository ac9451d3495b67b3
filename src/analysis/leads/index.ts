export { leadSteps, rulesOf, type FoundByPattern } from './findLeads';
