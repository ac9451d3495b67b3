export { HttpStore } from './HttpStore';
export { routesOf, type HttpAnswer, type RequestTable } from './routesOf';
