// A thread from the sources; what is built has a file of this name in its place.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
