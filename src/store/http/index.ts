export { fetchPatiently, NotFetchedError } from './fetchPatiently';
export { httpStore } from './httpStore';
export { openApi } from './openApi';
export { pathOf } from './pathOf';
export { requestTable, type HttpAnswer, type RequestTable } from './requestTable';
export { questionNameAt } from './sharedQuestions';
