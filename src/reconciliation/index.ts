export { reconciliationService, type ReconciliationService, type ServiceAnswer, type ServiceRequest } from './service';
