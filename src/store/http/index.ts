export { fetchPatiently, SERVER_PATIENCE, SilentServerError } from './fetchPatiently';
export { httpStore } from './httpStore';
export { requestTable, type HttpAnswer, type RequestTable } from './requestTable';
