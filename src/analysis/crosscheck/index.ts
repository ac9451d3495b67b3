export { tiesAmong, tiesAmongSteps } from './tiesAmong';
