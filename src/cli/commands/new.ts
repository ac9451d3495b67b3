import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { writeCase } from '../../formats';
import { emptyCase, foldText } from '../../model';
import { MisuseError, type ExitCode, type Io } from '../io';
import { writeOutput } from '../outputFile';

/** Writes a case with nothing in it. A file that is there already is left as it is. */
export async function newCase(file: string, { title }: { title?: string }, io: Io): Promise<ExitCode> {
  if (existsSync(file)) throw new MisuseError(`${file} is there already, and is left as it is. Name another file.`);
  const name = title ?? basename(file).replace(/(\.case)?\.json$/i, '');
  const id = foldText(name).replaceAll(' ', '-').slice(0, 60) || 'case';
  await writeOutput(file, writeCase(emptyCase(name || 'New case', id)));
  io.out(`${file}: an empty case, “${name}”. Open it with: throughline serve ${file}`);
  return 0;
}
