export { MemoryStore } from './MemoryStore';
