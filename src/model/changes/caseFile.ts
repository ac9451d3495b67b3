import { z } from 'zod';
import { chartDocument, type ChartDocument } from '../chartDocument';
import { dataset, type Dataset } from '../dataset';
import { readDatasetStepwise } from '../readDataset';
import { schemaIssue } from '../schemaIssue';
import { shown, type Issue } from '../issue';
import type { Steps } from '../steps';
import { compareText } from '../order';
import { inOrderOfIds } from './datasetDiff';

export const CASE_FORMAT = 'throughline-case/1';

const chartName = z.string().min(1).max(200);

const ids = z.array(z.string().min(1).max(200));

/** The larger base that a case stands on, which is not in its file: what the case holds is laid over it. */
const caseBase = z
  .strictObject({
    name: z.string().min(1).max(1000).meta({ description: 'What the file of the base is called; it is looked for beside the case.' }),
    bytes: z.int().min(0),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Of the directory of the packed file, which has the checksums of all the rest.' }),
    without: z
      .strictObject({ sources: ids.optional(), entities: ids.optional(), relationships: ids.optional() })
      .optional()
      .meta({ description: 'What the base has and this case takes away, by id.' }),
  })
  .meta({
    id: 'CaseBase', title: 'Base of a case',
    description: 'A packed dataset that a case stands on; records of the case take the place of those with their ids.',
  });
export type CaseBase = z.infer<typeof caseBase>;

/** The file of a case: a dataset with its notes, and charts of it by name. Of two charts no name is the same. */
export const caseFile = z
  .strictObject({
    $schema: z.string().optional(),
    format: z.literal(CASE_FORMAT),
    base: caseBase.optional(),
    dataset,
    charts: z.array(z.strictObject({ name: chartName, chart: chartDocument })),
  })
  .meta({ id: 'Case', title: 'Throughline case', description: 'A dataset with its notes, and charts of it by name.' });

/** A chart of a case, by its name. */
export interface CaseChart {
  readonly name: string;
  readonly chart: ChartDocument;
}

/** What an investigator saves: a dataset with its charts and notes. */
export interface Case {
  readonly dataset: Dataset;
  /** The one to open with first. */
  readonly charts: readonly CaseChart[];
  /** What it stands on; the dataset is then what was added or changed, and what that and the charts cite of the base. */
  readonly base?: CaseBase | undefined;
}

/** A case with nothing in it. */
export function emptyCase(title: string, id: string): Case {
  return { dataset: { format: 'throughline/1', id, title, sources: [], entities: [], relationships: [] }, charts: [] };
}

/**
 * A case as its file has it: records in the order of their ids, and of a chart the same, so that the same case gives the same bytes
 * whatever was done to come to it, and two that differ in a record differ in its lines.
 */
export function writtenCase({ dataset: data, charts, base }: Case): z.input<typeof caseFile> {
  return {
    format: CASE_FORMAT, ...(base ? { base } : {}), dataset: inOrderOfIds(data),
    charts: charts.map(({ name, chart }) => ({ name, chart: writtenChart(chart) })),
  };
}

/** Where somebody happened to look is not part of a case: each reader sees all of it first. */
function writtenChart(chart: ChartDocument): z.input<typeof chartDocument> {
  const written = z.encode(chartDocument, chart);
  const sorted = Object.entries(written)
    .map(([field, value]) => [field, field === 'story' ? value : inOrder(value)] as const)
    .filter(([field, value]) => field !== 'camera' && (ALWAYS.has(field) || !isEmpty(value)));
  return Object.fromEntries(sorted) as z.input<typeof chartDocument>;
}

/** The fields that a chart must have; the others are left out where they are empty. */
const ALWAYS: ReadonlySet<string> = new Set(['entities', 'positions', 'pinned', 'hidden', 'expanded', 'layout']);

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** Lists of ids in their order, objects by key. Lists of anything else (decisions) by what they say. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)));
}

interface CaseReading {
  case?: Case;
  issues: Issue[];
}

const frame = z.strictObject({
  $schema: z.string().optional(), format: z.literal(CASE_FORMAT), base: caseBase.optional(), dataset: z.unknown(),
  charts: z.array(z.unknown()),
});
const chartFrame = z.strictObject({ name: chartName, chart: z.unknown() });
const HINT = 'Correct the value; graph-data/case.schema.json says what fits.';

/**
 * Reads unknown data as a case, in steps. Never throws. A chart that cannot be read is left out and told: what it draws is in the dataset.
 */
export function* readCaseStepwise(data: unknown): Steps<CaseReading> {
  const parsed = frame.safeParse(data);
  if (!parsed.success) return { issues: parsed.error.issues.map((issue) => schemaIssue(issue, data, HINT)) };
  const read = yield* readDatasetStepwise(parsed.data.dataset);
  const issues = read.issues.map((issue) => ({ ...issue, at: `dataset.${issue.at}` }));
  if (!read.dataset) return { issues };
  const charts: CaseChart[] = [];
  for (const [i, raw] of parsed.data.charts.entries()) {
    const found = chartIn(raw, new Set(charts.map((c) => c.name)));
    if ('name' in found) charts.push(found);
    else
      issues.push(
        ...found.issues.map((issue): Issue => ({
          ...issue, severity: 'warning', code: 'bad-chart', at: issue.at === '(root)' ? `charts[${i}]` : `charts[${i}].${issue.at}`,
          hint: 'This chart was left out; correct it and open the file again.',
        })),
      );
    yield;
  }
  const { base } = parsed.data;
  return { case: { dataset: read.dataset, charts, ...(base ? { base } : {}) }, issues };
}

function chartIn(raw: unknown, taken: ReadonlySet<string>): CaseChart | { issues: Issue[] } {
  const framed = chartFrame.safeParse(raw);
  if (!framed.success) return { issues: framed.error.issues.slice(0, 20).map((issue) => schemaIssue(issue, raw, HINT)) };
  const { name, chart } = framed.data;
  if (taken.has(name))
    return {
      issues: [{
        code: 'bad-chart', severity: 'warning', at: 'name', value: shown(name), message: 'Another chart has this name already.', hint: HINT,
      }],
    };
  const parsed = chartDocument.safeParse(chart);
  if (parsed.success) return { name, chart: parsed.data };
  return { issues: parsed.error.issues.slice(0, 20).map((issue) => schemaIssue({ ...issue, path: ['chart', ...issue.path] }, raw, HINT)) };
}
