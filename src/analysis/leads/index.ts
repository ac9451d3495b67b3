export { leadSteps, rulesOf } from './findLeads';
