export { fetchPatiently, NotFetchedError, SilentServerError } from './fetchPatiently';
export { httpStore } from './httpStore';
export { pathOf } from './pathOf';
export { questionNameAt, requestTable, type HttpAnswer, type RequestTable } from './requestTable';
