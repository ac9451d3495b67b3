export { openPackedThreads } from './packedThreads';
