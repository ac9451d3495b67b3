export { serve, PortTakenError, type ServeOptions, type Serving } from './serve';
export { securityHeaders } from './securityHeaders';
