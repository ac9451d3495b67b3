import { writeFile } from 'node:fs/promises';
import { MisuseError } from './io';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist. Make the folder, or name another.',
  ENOTDIR: 'a part of the path is no folder. Name another.',
  EISDIR: 'it is a folder. Name a file in it.',
  EACCES: 'you may not write there. Name another place.',
  EPERM: 'you may not write there. Name another place.',
  EROFS: 'nothing can be written to that disk. Name another place.',
  ENOSPC: 'the disk is full. Free some space, or name another place.',
  ENAMETOOLONG: 'its name is too long. Choose a shorter one.',
};

/** Writes a file. Throws MisuseError, with the reason and what to do, where the system does not allow it. */
export async function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  await writing(path, () => writeFile(path, content));
}

/** A step of writing a file. Throws MisuseError, with the reason and what to do, where the system does not allow it. */
export async function writing<T>(path: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new MisuseError(`${path} cannot be written: ${REASONS[code] ?? message}`);
  }
}
