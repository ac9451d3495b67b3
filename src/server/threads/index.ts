export { defaultThreads, openPackedThreads, type PackedThreads } from './packedThreads';
