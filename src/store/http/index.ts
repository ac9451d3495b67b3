export { fetchPatiently, NotFetchedError } from './fetchPatiently';
export { httpStore } from './httpStore';
export { pathOf } from './pathOf';
export { questionNameAt, requestTable, type HttpAnswer, type RequestTable } from './requestTable';
