import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { combineDatasets, type Dataset } from '../../model';
import { UnpackableError, type Origin } from '../../packed';
import { packDataset } from '../../store';
import { throughSink } from '../fileSink';
import { MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readMapping } from '../mappingFile';
import { readPath } from '../openDataset';

export interface PackOptions {
  /** The format of the files, where their content does not tell. */
  from?: string;
  output: string;
  mapping?: string;
}

/**
 * Packs files, which become one dataset, into one file that is read in place. Issues go to `err`; exit code 1 where a file cannot be used.
 */
export async function pack(files: readonly string[], options: PackOptions, io: Io): Promise<ExitCode> {
  if (files.some((file) => resolve(file) === resolve(options.output)))
    throw new MisuseError(`${options.output} would take the place of what is packed. Name another file.`);
  const read: { name: string; dataset: Dataset }[] = [];
  for (const file of files) {
    const { dataset, snapshot, report } = await readPath(file, io, { format: options.from, mapping: await readMapping(options.mapping) });
    io.err(issueLines(report.issues).join('\n'));
    const data = dataset ?? snapshot?.dataset;
    if (!data) return 1;
    read.push({ name: basename(file), dataset: data });
  }
  const origins: Origin[] = [];
  for (const file of files) origins.push(...(await originOf(file)));
  const whole = read.slice(1).reduce((before, { name, dataset }) => combineDatasets(before, dataset, name).dataset, read[0]!.dataset);
  const bytes = await packed(() => throughSink(options.output, (sink) => packDataset(whole, sink, origins)));
  io.out(
    `${options.output}: ${whole.entities.length} entities, ${whole.relationships.length} relationships, `
    + `${whole.sources.length} sources in ${bytes} bytes.`,
  );
  return 0;
}

async function packed<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof UnpackableError ? new MisuseError(error.message) : error;
  }
}

/** A file by its content; of a folder or a pipe nothing is told. */
async function originOf(path: string): Promise<Origin[]> {
  const there = path === '-' ? undefined : await stat(path);
  if (!there?.isFile()) return [];
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return [{ name: basename(path), bytes: there.size, sha256: hash.digest('hex') }];
}
