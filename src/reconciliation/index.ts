export { reconciliationService, type ReconciliationService } from './service';
