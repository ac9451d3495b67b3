import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { caseLosses, eachRecordLine, formatOf, LineError, type LinesHead } from '../../formats';
import { DuplicateEntityError } from '../../graph';
import { combineDatasets, type CallOptions, type Dataset } from '../../model';
import { UnpackableError, type Origin } from '../../packed';
import { packDataset, packWriter } from '../../store';
import { throughSink } from '../fileSink';
import { MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { isOfLines, SourcesBefore } from '../linesFile';
import { readMapping } from '../mappingFile';
import { readPath, watched } from '../openDataset';
import { pathSource } from '../pathSource';

interface PackOptions {
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
  const [first] = files;
  if (files.length === 1 && options.from === undefined && (await isOfLines(first!, io))) return packLines(first!, options.output, io);
  const read: { name: string; dataset: Dataset }[] = [];
  for (const file of files) {
    const mapping = await readMapping(options.mapping);
    const { dataset, snapshot, charts, report } = await readPath(file, io, { format: options.from, mapping });
    io.err(issueLines(report.issues).join('\n'));
    const data = dataset ?? snapshot?.dataset;
    if (!data) return 1;
    io.err(issueLines(caseLosses(formatOf('throughline-packed')!, data, charts)).join('\n'));
    read.push({ name: basename(file), dataset: data });
  }
  const origins: Origin[] = [];
  for (const file of files) origins.push(...(await originOf(file)));
  const whole = read.slice(1).reduce((before, { name, dataset }) => combineDatasets(before, dataset, name).dataset, read[0]!.dataset);
  const bytes = await packed(() => throughSink(options.output, (sink) => packDataset(whole, sink, origins, grouping(io))));
  io.out(
    `${options.output}: ${whole.entities.length} entities, ${whole.relationships.length} relationships, `
    + `${whole.sources.length} sources in ${bytes} bytes.`,
  );
  return 0;
}

/** Packs a file of lines as they are read, so that none of it need fit into memory but the columns. */
async function packLines(path: string, output: string, io: Io): Promise<ExitCode> {
  const counts = { sources: 0, entities: 0, relationships: 0 };
  try {
    const bytes = await throughSink(output, async (sink) => {
      const writer = await packWriter(sink, undefined, grouping(io));
      let head: LinesHead | undefined;
      const cited = new SourcesBefore((message) => new UnpackableError(message));
      await eachRecordLine(await pathSource(path, io), {
        head: (told) => (head = told),
        source: (record) => (writer.addSource(record), cited.add(record.id), counts.sources++),
        entity: (record) => (cited.check(record), writer.addEntity(record), counts.entities++),
        relationship: (record) => (cited.check(record), writer.addRelationship(record), counts.relationships++),
        pause: () => writer.drained(),
      }, watched(io));
      io.progress?.('Writing the columns');
      return writer.finish(head!, await originOf(path));
    });
    io.out(`${output}: ${counts.entities} entities, ${counts.relationships} relationships, ${counts.sources} sources in ${bytes} bytes.`);
    return 0;
  } catch (error) {
    if (error instanceof LineError) throw new MisuseError(`${path}, line ${error.line}: ${error.message}`);
    if (error instanceof UnpackableError || error instanceof DuplicateEntityError) throw new MisuseError(`${path}: ${error.message}`);
    throw error;
  } finally {
    io.progress?.('');
  }
}

/** The overview of the whole is kept in the file; of millions it takes a while. */
function grouping(io: Io): CallOptions {
  return { onProgress: (done) => io.progress?.(`Looking at the whole: ${Math.round(done * 100)} %`) };
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
