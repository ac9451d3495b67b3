import type { NamesRead } from './readNames';

/** The names of a list, as `readNames` reads them; what that needs is loaded when a list is read. */
export async function namesFile(bytes: Uint8Array, file: string): Promise<NamesRead> {
  return (await import('./readNames')).readNames(bytes, file);
}
