import { MemoryStore } from './MemoryStore';
import { storeConformance } from '../conformance';

storeConformance('memory', (dataset) => MemoryStore.open(dataset));
