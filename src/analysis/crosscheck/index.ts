export { tiesAmongSteps } from './tiesAmong';
