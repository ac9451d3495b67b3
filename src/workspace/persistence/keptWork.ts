import { z } from 'zod';
import { chartDocument, edit, editStep, period, routeQuestion, selection, source } from '../../model';
import { documentOf } from '../chart';
import type { DataSource, SingleSource } from '../platform';
import type { Session } from '../session';

/**
 * How a file was read where that was not left to its content, so that a reload reads it the same way. A mapping is held to its shape when
 * the file is opened again (`mappingIn`): what knows tables is loaded then.
 */
const readAs = { format: z.string().optional(), mapping: z.looseObject({}).optional() };

/**
 * The work in hand as it is kept: what was open, what was drawn where, what was asked. Records are not in it; they come
 * from the source again. Of an opened file the bytes are kept under a key of their own, by `stamp`.
 */
const bundled = z.strictObject({ kind: z.literal('bundled'), name: z.string() });
const onServer = z.strictObject({ kind: z.literal('server'), name: z.string() });
const users = z.strictObject({
  kind: z.enum(['file', 'folder']), name: z.string(), served: z.literal(true).optional(), ...readAs,
  /** Of a packed file: by which it is known, and kept. */
  packed: z.string().optional(),
  /** The packed file on which a case stands, which is kept likewise. */
  base: z.strictObject({ name: z.string(), sha256: z.string() }).optional(),
});

const keptNow = z.strictObject({
  version: z.literal(2),
  stamp: z.string(),
  /** When it was kept, in ms since 1970; absent where an earlier version kept it. */
  at: z.number().optional(),
  source: z.discriminatedUnion('kind', [
    bundled, onServer, users,
    z.strictObject({ kind: z.literal('combined'), name: z.string(), parts: z.array(z.discriminatedUnion('kind', [bundled, users])) }),
  ]),
  title: z.string(),
  /** What the address bar said, so that a reload and a link from elsewhere can be told apart. */
  query: z.string(),
  chart: chartDocument,
  /** What was done to the data since it was opened; absent where nothing was. */
  edits: z.array(edit).optional(),
  /** In which steps; absent where nothing was, and where an earlier version kept it. */
  log: z.array(editStep).optional(),
  /** What the next claim cites. */
  citing: source.optional(),
  selection: selection.optional(),
  trace: z.strictObject({ question: routeQuestion, active: z.int().min(0).optional(), only: z.boolean() }),
  /** Whose owners are asked for, when and with whom listed; `drawn`: with the proof in place of the chart. */
  owners: z.strictObject({ entity: z.string(), asOf: period.optional(), listed: z.array(z.string()), drawn: z.boolean() }).optional(),
  view: z.strictObject({ mode: z.enum(['chart', 'table']), table: z.enum(['entities', 'relationships', 'claims']) }),
});
export type KeptWork = z.output<typeof keptNow>;

/** Kept work of every version. The first had the filter beside the chart. */
export const keptWork = z.preprocess((written) => (isFirstVersion(written) ? fromFirstVersion(written) : written), keptNow);

interface FirstVersion {
  version: 1;
  chart: object;
  filter: unknown;
}

function isFirstVersion(written: unknown): written is FirstVersion {
  return (
    typeof written === 'object'
    && written !== null
    && 'version' in written
    && written.version === 1
    && 'chart' in written
    && typeof written.chart === 'object'
    && written.chart !== null
    && 'filter' in written
  );
}

function fromFirstVersion({ chart, filter, ...rest }: FirstVersion): unknown {
  return { ...rest, version: 2, chart: { ...chart, filter } };
}

/** Kept work as it is written: JSON. */
export function writtenWork(work: KeptWork): z.input<typeof keptNow> {
  return z.encode(keptNow, work);
}

/** The work in hand, to keep; nothing while nothing is open, and where another tab has it, which keeps it. */
export function workOf(session: Session, query: string): KeptWork | undefined {
  const state = session.get();
  const { dataset, selection: selected, trace, view } = state;
  if (!dataset || !session.source || state.elsewhere) return undefined;
  return {
    version: 2,
    stamp: session.stamp,
    at: session.deps.now(),
    source: keptSource(session.source),
    title: dataset.fromSnapshot?.title ?? dataset.description.title,
    query,
    chart: documentOf(state),
    ...(state.edits.size > 0 ? { edits: [...state.edits.values()] } : {}),
    ...(state.log.length > 0 ? { log: [...state.log] } : {}),
    ...(state.entry.source ? { citing: state.entry.source } : {}),
    ...(selected ? { selection: selected } : {}),
    trace: { question: trace.question, ...(trace.active === undefined ? {} : { active: trace.active }), only: trace.only },
    ...ownersOf(session),
    view: { mode: view.mode, table: view.table },
  };
}

/** Where the data comes from, without the bytes. */
export function keptSource(source: DataSource): KeptWork['source'] {
  if (source.kind === 'server') return source;
  return source.kind === 'combined' ? { kind: 'combined', name: source.name, parts: source.parts.map(keptPart) } : keptPart(source);
}

function keptPart(source: SingleSource) {
  if (source.kind === 'bundled') return source;
  const { kind, name, served, format, mapping } = source;
  const { packed, base } = source.kind === 'file' ? source : {};
  return {
    kind, name, ...(packed === undefined ? {} : { packed }), ...(base ? { base: { name: base.name, sha256: base.sha256 } } : {}),
    ...(served ? { served } : {}), ...(format === undefined ? {} : { format }), ...(mapping ? { mapping } : {}),
  };
}

function ownersOf(session: Session): Pick<KeptWork, 'owners'> {
  const { entity, asOf, listed, drawn } = session.get().ownership;
  return entity === undefined ? {} : { owners: { entity, ...(asOf ? { asOf } : {}), listed: [...listed], drawn } };
}
