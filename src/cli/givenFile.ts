import { readFile } from 'node:fs/promises';
import { MisuseError, type Io } from './io';
import { inPatience } from './patience';

/** The bytes of a file that was named. Throws MisuseError, with the reason, where it cannot be read. */
export async function givenBytes(path: string, io?: Io): Promise<Uint8Array> {
  return whereFound(path, async () => new Uint8Array(await inPatience(readFile(path), path, io)));
}

/** Reads what was named. Throws MisuseError, with the reason, where the system says that it cannot be read. */
export async function whereFound<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof MisuseError) throw error;
    throw new MisuseError(`${path}: ${code === 'ENOENT' ? 'there is no such file.' : message}`);
  }
}

/** The text of a file. Throws MisuseError where it cannot be read or is no UTF-8. */
export async function givenText(path: string, io?: Io): Promise<string> {
  const bytes = await givenBytes(path, io);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new MisuseError(`${path} is no text in UTF-8. Save it as one.`);
  }
}

/** What a file of JSON says, held to nothing yet. Throws MisuseError where it cannot be read or is no JSON. */
export async function givenJson(path: string, io?: Io): Promise<unknown> {
  const text = await givenText(path, io);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new MisuseError(`${path} is no JSON: ${error.message}`);
  }
}
