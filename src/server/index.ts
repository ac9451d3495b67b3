export { serve, PortError, type Serving } from './serve';
export type { ServedData } from './dataFiles';
export { securityHeaders } from './securityHeaders';
