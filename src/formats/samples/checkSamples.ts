import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDataset, type Dataset } from '../../model';
import { writeBods } from '../bods/writeBods';
import { readFile } from '../readFile';
import { checkBodsBy, type BodsCheck } from './checkBods';
import { sampleDifferences } from './sampleDifferences';
import { samplesIn, type Sample } from './samplesListing';

/**
 * Opens every sample of a folder that has a LISTING.md and compares what was read with what the listing states:
 * `npm run samples -- FOLDER`, or the folder in THROUGHLINE_SAMPLES. Where the folder beside it holds the published JSON
 * Schema of BODS (`schemas/bods-0.4`), what is written of each sample and of the bundled datasets as BODS is held to it.
 * Exits 1 where a figure differs and sampleDifferences.ts does not say why, or a statement is not valid.
 */
const folder = process.argv[2] ?? process.env.THROUGHLINE_SAMPLES;

interface Row {
  readonly cells: readonly string[];
  readonly bad: boolean;
}

async function check(sample: Sample, root: string, bods: BodsCheck | undefined): Promise<Row> {
  const path = join(root, sample.path);
  if (!existsSync(path)) return { cells: [sample.path, '', '', '', '', '', 'the file is not there'], bad: true };
  const { format, dataset, report } = await readFile(new Uint8Array(readFileSync(path)), { name: basename(path) });
  if (sample.refused)
    return {
      cells: [
        sample.path,
        format,
        '',
        '',
        '',
        `${report.issues.length}`,
        '',
        dataset ? 'it opened, and should not' : `refused: ${report.issues[0]?.message ?? ''}`,
      ],
      bad: dataset !== undefined || report.issues.length === 0,
    };
  const unsound =
    dataset === undefined
      ? ['nothing was read']
      : readDataset(dataset)
          .issues.filter((i) => i.severity === 'error')
          .map((i) => `${i.at}: ${i.message}`);
  const differs = [
    differing('entities', sample.entities, report.entities),
    differing('relationships', sample.relationships, report.relationships),
  ].filter((text) => text !== '');
  const known = sampleDifferences[sample.path];
  const explained = known !== undefined && known.entities === report.entities && known.relationships === report.relationships;
  const written = dataset && bods ? checkWritten(dataset, bods) : undefined;
  const bad = unsound.length > 0 || (differs.length > 0 && !explained) || (written !== undefined && written.faults.length > 0);
  const said =
    unsound[0] ?? written?.faults[0] ?? (differs.length === 0 ? 'as listed' : explained ? known.why : `${differs.join(', ')}, unexplained`);
  return {
    cells: [
      sample.path,
      format,
      `${report.entities}/${sample.entities ?? '?'}`,
      `${report.relationships}/${sample.relationships ?? '?'}`,
      `${report.claims}`,
      `${report.issues.length}`,
      `${written?.statements ?? ''}`,
      said,
    ],
    bad,
  };
}

/** What is written of a dataset as BODS, held to the published schema: how many statements there are, and what is wrong with them. */
function checkWritten(dataset: Dataset, check: BodsCheck): { statements: number; faults: string[] } {
  const statements = JSON.parse(new TextDecoder().decode(writeBods(dataset).bytes)) as unknown[];
  return { statements: statements.length, faults: check(statements) };
}

/** The bundled case as BODS. */
function checkBundled(bods: BodsCheck): Row {
  const dataset = JSON.parse(readFileSync(join(import.meta.dirname, '../../../graph-data/north-korea-telecom.json'), 'utf8')) as Dataset;
  const { statements, faults } = checkWritten(dataset, bods);
  return {
    cells: ['(the bundled case)', 'throughline', '', '', '', '', `${statements}`, faults[0] ?? 'valid statements'],
    bad: faults.length > 0,
  };
}

function differing(what: string, listed: number | undefined, read: number): string {
  return listed === undefined || listed === read ? '' : `${read} ${what} where the listing has ${listed}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((cells) => (cells[i] ?? '').length)));
  return rows.map((cells) => cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]!))).join('  ')).join('\n');
}

if (folder === undefined || !existsSync(join(folder, 'LISTING.md'))) {
  console.log('samples: skipped; name a folder with a LISTING.md: npm run samples -- FOLDER');
} else {
  const rows: Row[] = [];
  const bods = checkBodsBy(join(folder, '../schemas/bods-0.4'));
  if (bods) rows.push(checkBundled(bods));
  for (const sample of samplesIn(readFileSync(join(folder, 'LISTING.md'), 'utf8'))) rows.push(await check(sample, folder, bods));
  console.log(table([['sample', 'format', 'entities', 'relationships', 'claims', 'issues', 'as BODS', ''], ...rows.map((r) => r.cells)]));
  const bad = rows.filter((r) => r.bad).length;
  console.log(`${rows.length} samples, ${bad} with a difference that nobody has explained.`);
  process.exitCode = bad > 0 ? 1 : 0;
}
