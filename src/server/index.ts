export { madeToken, SHORTEST_TOKEN } from './access';
export { questionsStore } from './questionsStore';
export type { ServedData } from './dataFiles';
export { isLoopbackHost } from './loopbackOnly';
export { securityHeaders } from './securityHeaders';
export { CertificateError, serve, PortError, type ServeOptions, type Serving, type StoreState } from './serve';
export type { Questions } from './servedAnswer';
export { defaultThreads, openPackedThreads, type PackedThreads } from './threads';
