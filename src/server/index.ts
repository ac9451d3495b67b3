export { madeToken, SHORTEST_TOKEN } from './access';
export { questionsStore } from './questionsStore';
export type { ServedData } from './dataFiles';
export { isLoopbackHost } from './loopbackOnly';
export { CertificateError, serve, PortError, type ServeOptions, type Serving, type StoreState } from './serve';
export { openPackedThreads } from './threads';
