import { basename } from 'node:path';
import { formatOf, formats, linesOf, readFile, type Format, type Reading, type Report } from '../../formats';
import { batchesBelow } from '../../graph';
import type { Position } from '../../model';
import { throughSink } from '../fileSink';
import { MisuseError, type ExitCode, type Io } from '../io';
import { issueLines } from '../issueLines';
import { readMapping } from '../mappingFile';
import { readPath } from '../openDataset';
import { isPackedPath, withPacked } from '../openStore';
import { withheldDataset } from '../openWithheld';
import { writeOutput } from '../outputFile';

/** The id of packed datasets, which are written as they are read. */
const PACKED = 'throughline-packed';

interface ConvertOptions {
  from?: string;
  to?: string;
  mapping?: string;
  withhold?: string[];
}

/** Reads a file in one format and writes it in another; the report, with what the other could not hold, goes to `err`. */
export async function convert(
  from: string, to: string, options: ConvertOptions, io: Io,
): Promise<ExitCode> {
  if (options.to === PACKED || (options.to === undefined && to.toLowerCase().endsWith('.throughline')))
    return packed(from, to, options, io);
  const target = targetOf(to, options.to);
  if (options.withhold) return convertWithheld(from, to, target, { ...options, withhold: options.withhold }, io);
  if (target.id === 'throughline-lines' && (await isPackedPath(from, io))) return unpackLines(from, to, io);
  const reading = await readPath(from, io, { format: options.from, mapping: await readMapping(options.mapping) });
  io.err(issueLines(reading.report.issues).join('\n'));
  const dataset = reading.dataset ?? reading.snapshot?.dataset;
  if (!dataset) return 1;
  const { bytes, issues } = await target.write!(dataset, {
    positions: positionsOf(reading), ...(reading.charts ? { charts: reading.charts } : {}), ...filesOf(reading),
  });
  await writeOutput(to, bytes);
  io.err(issueLines(issues).join('\n'));
  io.out(`${to}: ${target.label}; ${await toldOf(bytes, target, figures(reading.report))}`);
  return 0;
}

/** The captured files that a case carries. */
function filesOf({ files }: Reading): { files?: ReadonlyMap<string, Uint8Array> } {
  return files ? { files: new Map(files.map(({ sha256, content }) => [sha256, content])) } : {};
}

async function packed(from: string, to: string, { withhold, ...options }: ConvertOptions, io: Io): Promise<ExitCode> {
  if (withhold) throw new MisuseError('--withhold: write another format first, then pack that file.');
  return (await import('./pack')).pack([from], { output: to, ...options }, io);
}

/** The same without what is withheld; charts of a case and positions stay here, since they are kept by id. */
async function convertWithheld(
  from: string, to: string, target: Format, options: ConvertOptions & { withhold: string[] }, io: Io,
): Promise<ExitCode> {
  const reading = await readPath(from, io, { format: options.from, mapping: await readMapping(options.mapping) });
  io.err(issueLines(reading.report.issues).join('\n'));
  const whole = reading.dataset ?? reading.snapshot?.dataset;
  if (!whole) return 1;
  const { dataset, refuseTelling } = await withheldDataset(whole, options.withhold, io);
  const { bytes, issues } = await target.write!(dataset, { positions: new Map() });
  refuseTelling(to, bytes);
  await writeOutput(to, bytes);
  io.err(issueLines(issues).join('\n'));
  io.out(`${to}: ${target.label}, without what is withheld.`);
  return 0;
}

/** Writes the records of a packed file as lines, of which no more than some thousand are held. */
function unpackLines(from: string, to: string, io: Io): Promise<ExitCode> {
  return withPacked<ExitCode>(from, async ({ table, directory: { dataset, counts } }) => {
    await throughSink(to, async (sink) => {
      const write = (lines: Iterable<string>) => sink.append(new TextEncoder().encode([...lines].map((line) => `${line}\n`).join('')));
      const none = { sources: [], entities: [], relationships: [] };
      await write(linesOf({ ...dataset, ...none }));
      for (const kind of ['sources', 'entities', 'relationships'] as const) {
        for (const integers of batchesBelow(counts[kind]))
          await write([...linesOf({ ...dataset, ...none, [kind]: await table[kind](integers) })].slice(1));
      }
    });
    io.out(`${to}: ${counts.entities} entities, ${counts.relationships} relationships, ${counts.sources} sources.`);
    return 0;
  });
}

/** What a file that was written holds, as a reader finds it, and what the dataset has where that is not the same. */
async function toldOf(bytes: Uint8Array, target: Format, before: string): Promise<string> {
  const given = `The dataset has ${before}.`;
  if (target.writeOnly) return `it cannot be read back to count what it holds. ${given}`;
  const after = figures((await readFile(bytes, { format: target.id })).report);
  return `read back, it holds ${after}.${after === before ? '' : ` ${given}`}`;
}

function figures({ entities, relationships, claims, sources }: Report): string {
  return `${entities} entities, ${relationships} relationships, ${claims} claims, ${sources} sources`;
}

/** Where a snapshot or the file's own first view draws entities. */
function positionsOf({ snapshot, charts, perspectives }: Reading): ReadonlyMap<string, Position> {
  if (charts?.[0]) return charts[0].chart.positions;
  return new Map(Object.entries(snapshot?.chart.positions ?? perspectives?.[0]?.positions ?? {}));
}

/** The format of this id, else the one that this ending belongs to: the longest that fits. Throws MisuseError where none is written. */
function targetOf(path: string, id: string | undefined): Format {
  const written = formats.filter((f) => f.write !== undefined);
  const endingOf = (f: Format) => Math.max(0, ...f.extensions.filter((e) => basename(path).toLowerCase().endsWith(e)).map((e) => e.length));
  const found = id === undefined ? written.filter((f) => endingOf(f) > 0).sort((a, b) => endingOf(b) - endingOf(a))[0] : formatOf(id);
  if (found?.write) return found;
  throw new MisuseError(
    `${id ?? path}: choose with --to what is written: ${written.map((f) => `${f.id} (${f.extensions[0]})`).join(', ')}.`,
  );
}
