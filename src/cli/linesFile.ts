import { stat } from 'node:fs/promises';
import { eachRecordLine, guessFormat, HEAD_BYTES, sourceOfBytes, type LinesHead } from '../formats';
import { MisuseError, type Io } from './io';
import { pathSource } from './pathSource';

/** Whether a file holds our records a line each, which are read as they come. */
export async function isOfLines(path: string, io: Io): Promise<boolean> {
  if (path === '-' || !(await stat(path).catch(() => undefined))?.isFile()) return false;
  const source = await pathSource(path, io);
  return guessFormat(await source.head(HEAD_BYTES), source.name)?.id === 'throughline-lines';
}

/** What the first line of such a file says. Throws `LineError`. */
export async function headOfLines(path: string, io: Io): Promise<LinesHead> {
  const bytes = await (await pathSource(path, io)).head(HEAD_BYTES);
  const end = bytes.indexOf(0x0a);
  let told: LinesHead | undefined;
  const refuse = () => undefined;
  await eachRecordLine(sourceOfBytes(end === -1 ? bytes : bytes.subarray(0, end)), {
    head: (head) => (told = head), source: refuse, entity: refuse, relationship: refuse,
  });
  if (!told) throw new MisuseError(`${path} is empty.`);
  return told;
}

/** Sees to it that claims cite only sources that came before; throws what `refuse` makes of the sentence. */
export class SourcesBefore {
  readonly #ids = new Set<string>();

  constructor(private readonly refuse: (message: string) => Error) {}

  add(id: string): void {
    this.#ids.add(id);
  }

  check({ claims = [] }: { readonly claims?: readonly { readonly source: string }[] | undefined }): void {
    for (const { source } of claims) if (!this.#ids.has(source)) throw this.refuse(`No source before has the id "${source}".`);
  }
}
