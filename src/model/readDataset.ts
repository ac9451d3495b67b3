import { z } from 'zod';
import { permits, entityTypes } from './catalogue';
import { source } from './claim';
import { dataset, entity, relationship, type Dataset } from './dataset';
import { nameInReach, nameIssue } from './entityName';
import { shown, type Issue } from './issue';
import { note } from './note';
import { schemaIssue } from './schemaIssue';
import { atOnce, each, type Steps } from './steps';

/** What came of reading unknown data as a dataset: the dataset where no issue is an error. */
interface DatasetReading {
  dataset?: Dataset;
  issues: Issue[];
}

function hintFor(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? 'Remove the field, or put it under "properties".'
    : 'Correct the value; graph-data/dataset.schema.json says what fits.';
}

/** Reads unknown data as a dataset: first its shape, then that ids are unique and that everything that is cited is there. Never throws. */
export function readDataset(data: unknown): DatasetReading {
  return atOnce(readDatasetStepwise(data));
}

/** The same in steps of some records. */
export function* readDatasetStepwise(data: unknown): Steps<DatasetReading> {
  const { dataset: read, issues: faults } = yield* readShape(data);
  if (!read) return { issues: faults };
  const named = yield* withNamesInReach(read);
  const issues = [...named.issues, ...integrityIssues(named.dataset)];
  return issues.some((i) => i.severity === 'error') ? { issues } : { dataset: named.dataset, issues };
}

/** Of what has the wrong shape no more faults than these are looked for: each takes memory, and the rest are of the same kind. */
export const MOST_FAULTS = 20_000;
/** How many values one record may have; the fullest real ones have some hundreds. */
const MOST_VALUES = 100_000;
/** How many records a step reads. */
const BATCH = 50;

const LISTS = { sources: source, entities: entity, relationships: relationship, notes: note } as const;
const anyList = z.array(z.unknown());
const frame = dataset.extend({ sources: anyList, entities: anyList, relationships: anyList, notes: anyList.optional() });

/** Record by record, so that a file of nothing but faults costs no more than some of them. */
function* readShape(data: unknown): Steps<DatasetReading> {
  const head = frame.safeParse(data);
  const issues = head.success ? [] : head.error.issues.slice(0, MOST_FAULTS).map((issue) => schemaIssue(issue, data, hintFor(issue)));
  const lists: Record<string, unknown[]> = {};
  for (const [name, schema] of Object.entries(LISTS)) {
    const raw = (data as Record<string, unknown> | null)?.[name];
    if (name === 'notes' && raw === undefined) continue;
    const read: unknown[] = (lists[name] = []);
    for (const [i, record] of (Array.isArray(raw) ? raw : []).entries()) {
      if (i % BATCH === BATCH - 1) yield;
      if (issues.length >= MOST_FAULTS) return { issues: [tooManyFaults(), ...issues] };
      const parsed = hasMoreValues(record, MOST_VALUES) ? undefined : schema.safeParse(record);
      if (parsed?.success) read.push(parsed.data);
      else if (parsed)
        issues.push(
          ...parsed.error.issues
            .slice(0, MOST_FAULTS)
            .map((issue) => schemaIssue({ ...issue, path: [name, i, ...issue.path] }, data, hintFor(issue))),
        );
      else issues.push(tooMuch(`${name}[${i}]`, MOST_VALUES));
    }
  }
  return head.success && issues.length === 0 ? { dataset: { ...head.data, ...lists } as Dataset, issues } : { issues };
}

function* withNamesInReach(read: Dataset): Steps<Required<DatasetReading>> {
  const issues: Issue[] = [];
  const entities = yield* each(read.entities, (record, i) => {
    const { name, fault } = nameInReach(record.name, record.id);
    if (fault === undefined) return record;
    if (issues.length < MOST_FAULTS) issues.push(nameIssue(fault, `entities[${i}].name`, shown(record.name)));
    return { ...record, name };
  });
  return { dataset: { ...read, entities }, issues };
}

/** Whether there are more values in a value than these; no more are counted. */
export function hasMoreValues(value: unknown, most: number): boolean {
  const open = [value];
  for (let left = most; open.length > 0; left -= 1) {
    if (left < 0) return true;
    const next = open.pop();
    if (next === null || typeof next !== 'object') continue;
    const inner = Array.isArray(next) ? next : Object.values(next);
    if (inner.length > left) return true;
    for (const one of inner) open.push(one);
  }
  return false;
}

export function tooMuch(at: string, most: number): Issue {
  return {
    code: 'too-much', severity: 'error', at, message: `This has more than the ${most} values that are read.`,
    hint: 'Check where the file comes from.',
  };
}

function tooManyFaults(): Issue {
  return {
    code: 'too-many-faults', severity: 'error', at: '(file)', value: String(MOST_FAULTS),
    message: `There are ${MOST_FAULTS} faults; what comes after was not looked at.`,
    hint: 'Correct the ones listed and open the file again.',
  };
}

/**
 * What a dataset of the right shape may still get wrong: ids used twice, ends and sources that are not there,
 * ends that the catalogue does not permit, readings that rest on nothing.
 */
export function integrityIssues(data: Dataset): Issue[] {
  return [
    ...duplicateIds(data), ...danglingSources(data), ...danglingOrigins(data), ...endIssues(data), ...readingIssues(data),
    ...noteIssues(data),
  ];
}

function duplicateIds(data: Dataset): Issue[] {
  const issues: Issue[] = [];
  for (const list of ['sources', 'entities', 'relationships', 'notes'] as const) {
    const seen = new Map<string, number>();
    data[list]?.forEach(({ id }, i) => {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, i);
      else
        issues.push({
          code: 'duplicate-id', severity: 'error', at: `${list}[${i}].id`, value: id, message: `${list}[${first}] has this id already.`,
          hint: 'Give each record an id of its own.',
        });
    });
  }
  return issues;
}

function danglingSources(data: Dataset): Issue[] {
  const known = new Set(data.sources.map((s) => s.id));
  const issues: Issue[] = [];
  for (const list of ['entities', 'relationships'] as const) {
    data[list].forEach((record, i) =>
      record.claims?.forEach(({ source }, j) => {
        if (!known.has(source))
          issues.push({
            code: 'dangling-source', severity: 'error', at: `${list}[${i}].claims[${j}].source`, value: source,
            message: 'No source has this id.', hint: 'Add the source, or correct the id.',
          });
      }),
    );
  }
  return issues;
}

/** A source that derives from one which is not there is kept: that it is no origin is known all the same. */
function danglingOrigins({ sources }: Dataset): Issue[] {
  const known = new Set(sources.map((s) => s.id));
  return sources.flatMap(({ derivedFrom = [] }, i) =>
    derivedFrom.flatMap((id, j): Issue[] =>
      known.has(id)
        ? []
        : [{
            code: 'dangling-origin', severity: 'warning', at: `sources[${i}].derivedFrom[${j}]`, value: id,
            message: 'No source has this id, from which the source derives.', hint: 'Add the source, or correct the id.',
          }],
    ),
  );
}

/** A reading says which claims it rests on, and they are there; another claim rests on nothing but its source. */
function readingIssues(data: Dataset): Issue[] {
  const readings = new Set(data.sources.filter((s) => s.kind === 'reading').map((s) => s.id));
  const records = [...data.entities, ...data.relationships];
  const said = new Map(records.map((r) => [r.id, new Set(r.claims?.map((c) => c.source))]));
  const issues: Issue[] = [];
  for (const list of ['entities', 'relationships'] as const) {
    data[list].forEach((record, i) =>
      record.claims?.forEach(({ source, restsOn }, j) => {
        const at = `${list}[${i}].claims[${j}]`;
        if (readings.has(source) !== (restsOn !== undefined)) issues.push(misplacedGrounds(at, source, restsOn !== undefined));
        restsOn?.forEach((ground, k) => {
          if (said.get(ground.record)?.has(ground.source) !== true)
            issues.push({
              code: 'dangling-ground', severity: 'warning', at: `${at}.restsOn[${k}]`, value: `${ground.record} ${ground.source}`,
              message: 'The reading rests on a claim that is not there.',
              hint: 'Name a record and a source that speaks of it, or take the ground out.',
            });
        });
      }),
    );
  }
  return issues;
}

function misplacedGrounds(at: string, source: string, given: boolean): Issue {
  return given
    ? {
        code: 'grounds-of-source', severity: 'warning', at: `${at}.restsOn`, value: source,
        message: 'Only a reading rests on other claims.', hint: 'Make the kind of its source "reading", or take "restsOn" out.',
      }
    : {
        code: 'reading-without-grounds', severity: 'warning', at, value: source, message: 'A reading does not say what it rests on.',
        hint: 'List the claims under "restsOn".',
      };
}

function endIssues(data: Dataset): Issue[] {
  const typeOf = new Map(data.entities.map((e) => [e.id, e.type]));
  const issues: Issue[] = [];
  data.relationships.forEach((r, i) => {
    for (const end of ['from', 'to'] as const) {
      if (!typeOf.has(r[end]))
        issues.push({
          code: 'dangling-end', severity: 'error', at: `relationships[${i}].${end}`, value: r[end], message: 'No entity has this id.',
          hint: 'Add the entity, or correct the id.',
        });
    }
    const from = typeOf.get(r.from);
    const to = typeOf.get(r.to);
    if (from && to && !permits(r.type, from, to)) {
      issues.push({
        code: 'unusual-ends',
        severity: 'warning',
        at: `relationships[${i}].type`,
        value: r.type,
        message: `"${r.type}" does not usually run from a ${entityTypes[from].label} to a ${entityTypes[to].label}.`,
        hint: 'Check the direction and the type; the relationship is kept as it is.',
      });
    }
  });
  return issues;
}

/** A note that stands at something which is not there is kept: its text may be all that is left. */
function noteIssues(data: Dataset): Issue[] {
  const known = { entity: new Set(data.entities.map((e) => e.id)), relationship: new Set(data.relationships.map((r) => r.id)) };
  return (data.notes ?? []).flatMap((one, i) =>
    (['entity', 'relationship'] as const).flatMap((at): Issue[] => {
      const id = one[at];
      return id === undefined || known[at].has(id)
        ? []
        : [
            {
              code: 'dangling-note', severity: 'warning', at: `notes[${i}].${at}`, value: id,
              message: `No ${at} has this id; the note is kept.`, hint: 'Correct the id, or take the note out.',
            },
          ];
    }),
  );
}
