import {
  DATASET_FORMAT, hashOf, nameInReach, nameIssue, relationshipType, shown, Turns,
  type Claim, type Dataset, type Entity, type EntityType, type Issue, type Note, type PerspectiveChart, type Relationship, type Source,
  type Stance,
} from '../../model';
import type { Reading, ReadOptions } from '../format';
import { limitIssue, limitsOf, mib, ReadLimitError } from '../limits';
import { datasetReading, ISSUE_LIMIT, moreIssues, refused } from '../report';
import { slugOf } from '../text';
import { heldBytes } from './heldBytes';
import { viewsInReach } from './fileViews';

/** How many kinds of what was kept or not expressed are told apart. */
const MOST_NAMES = 2000;

/** Where a record stands: a line, or a path with or without one. */
export type At = string | number;

/** The head of the dataset that is gathered; the id and title come from the file's name where they are not given. */
export interface Head {
  id?: string;
  title?: string;
  summary?: string;
  licence?: string;
}

/** How long reading goes on before the thread is given up for a moment, and how long before its progress is told again, in milliseconds. */
const BREATH = 40;
const TELLING = 100;

/**
 * What a reader of another tool's format has gathered so far: sources, entities, relationships, what was kept as
 * properties, what could not be expressed, and issues. Ids that are used twice are told apart and reported; ends that
 * are not there get an entity that stands for them, so that no relationship is lost.
 */
export class DatasetBuilder {
  readonly sources: Source[] = [];
  readonly entities: Entity[] = [];
  readonly relationships: Relationship[] = [];
  readonly notes: Note[] = [];
  /** Views that the file draws, the one to open with first; those left without an entity are left out. */
  readonly perspectives: PerspectiveChart[] = [];
  readonly #places: At[] = [];
  readonly #entityIds = new Set<string>();
  readonly #relationshipIds = new Set<string>();
  readonly #entityNumbers = new Map<string, number>();
  readonly #relationshipNumbers = new Map<string, number>();
  readonly #sourceIds = new Set<string>();
  readonly #noteIds = new Set<string>();
  readonly #derived = new Map<string, string[]>();
  readonly #sourceByKey = new Map<string, string>();
  readonly #claims = new Map<string, Claim>();
  readonly #kept = new Map<string, number>();
  readonly #lost = new Map<string, number>();
  readonly #issues: Issue[] = [];
  #beyond = 0;
  #errorsBeyond = 0;
  /** What all records take in memory, in bytes, as estimated. */
  #held = 0;
  /** What is being done, how many records and bytes have been read of how many: what the progress tells besides how far it is. */
  phase = 'Reading';
  rows = 0;
  bytes = 0;
  totalBytes = 0;
  readonly #turns: Turns;
  #told = -Infinity;

  constructor(
    readonly format: string,
    readonly options: ReadOptions,
  ) {
    this.#turns = new Turns({ turn: BREATH, signal: options.signal });
  }

  /** Reports a part that was not read, or was read otherwise than it stands. The rest of the file is read all the same. */
  warn(code: string, at: At, message: string, hint: string, value?: string): void {
    this.#issue('warning', code, at, message, hint, value);
  }

  error(code: string, at: At, message: string, hint: string, value?: string): void {
    this.#issue('error', code, at, message, hint, value);
  }

  #issue(severity: Issue['severity'], code: string, at: At, message: string, hint: string, value?: string): void {
    this.add({
      code, severity, at: placed(at), ...(value === undefined ? {} : { value: value.length > 80 ? `${value.slice(0, 79)}…` : value }),
      message, hint,
    });
  }

  add(issue: Issue): void {
    if (this.#issues.length < ISSUE_LIMIT) this.#issues.push(issue);
    else {
      this.#beyond += 1;
      if (issue.severity === 'error') this.#errorsBeyond += 1;
    }
  }

  /** What was reported so far. */
  issues(): Issue[] {
    return this.#beyond === 0 ? [...this.#issues] : [...this.#issues, moreIssues(this.#beyond, this.#errorsBeyond)];
  }

  /** Reports before everything else what is found out on the way and is true of the whole file. */
  addFirst(issue: Issue): void {
    this.#issues.unshift(issue);
    if (this.#issues.length <= ISSUE_LIMIT) return;
    this.#issues.pop();
    this.#beyond += 1;
  }

  /** Counts a field that was kept as a property of one more record. */
  keep(field: string): void {
    count(this.#kept, field, 1);
  }

  /** Counts something that the dataset does not hold. */
  miss(what: string, times = 1): void {
    count(this.#lost, what, times);
  }

  /** Whether it is time to give way: what is asked for every record need not wait for a promise each time. */
  get turnIsOver(): boolean {
    return this.#turns.over;
  }

  /** Where its turn is over, tells the progress (0–1) and lets others have theirs. Rejects when cancelled, with the signal's reason. */
  async nextTurn(done: number): Promise<void> {
    if (!this.turnIsOver) return;
    if (performance.now() - this.#told >= TELLING) this.#tell(done);
    await this.pause();
  }

  /** Lets others have their turn, without progress to tell. Rejects when cancelled, with the signal's reason. */
  async pause(): Promise<void> {
    await this.#turns.next();
  }

  #tell(done: number): void {
    const { phase, rows, bytes, totalBytes } = this;
    this.options.onProgress?.(Math.min(done, 1), {
      phase, ...(totalBytes > 0 ? { bytes, totalBytes } : {}), ...(rows > 0 ? { rows } : {}),
    });
    this.#told = performance.now();
  }

  hasEntity(id: string): boolean {
    return this.#entityIds.has(id);
  }

  /** Adds an entity; where its id is taken, under an id of its own, reported. Returns the id. */
  addEntity(entity: Entity, at: At): string {
    const id = this.#free(entity.id, this.#entityIds, at, 'entity');
    const name = this.#nameInReach(entity.name, id, at);
    this.#hold(entity);
    this.entities.push(id === entity.id && name === entity.name ? entity : { ...entity, id, name });
    return id;
  }

  #nameInReach(raw: string, otherwise: string, at: At): string {
    const { name, fault } = nameInReach(raw, otherwise);
    if (fault !== undefined) this.add(nameIssue(fault, placed(at), shown(raw)));
    return name;
  }

  /** Throws `ReadLimitError` once all records together take more memory than a reading may. */
  #hold(record: object): void {
    this.#held += heldBytes(record);
    const { held } = limitsOf(this.options.limits);
    if (this.#held <= held) return;
    const records = this.entities.length + this.relationships.length;
    throw new ReadLimitError(
      limitIssue(
        'too-much',
        '(file)',
        `${records} records`,
        `What the file holds takes more than the ${mib(held)} of memory that a reading may; ${records} records were read by then.`,
        'Split it, take out what is not needed, or put it into a database and open that.',
      ),
    );
  }

  /** Adds a relationship; where its id is taken, under an id of its own, reported. */
  addRelationship(relationship: Relationship, at: At): void {
    const id = this.#free(relationship.id, this.#relationshipIds, at, 'relationship');
    const label = relationship.label === undefined ? {} : { label: this.#nameInReach(relationship.label, relationship.type, at) };
    this.#hold(relationship);
    this.relationships.push({ ...relationship, ...label, id, from: idOf(relationship.from), to: idOf(relationship.to) });
    this.#places.push(at);
  }

  /** An id for a relationship that has none of its own: readable, free and the same at every reading. */
  freshRelationshipId(wanted: string): string {
    return this.#next(idOf(wanted), this.#relationshipIds);
  }

  /** The id of a source, which is added at its first mention. The key tells sources apart. */
  source(key: string, make: () => Omit<Source, 'id'> & { id?: string }): string {
    const known = this.#sourceByKey.get(key);
    if (known !== undefined) return known;
    const made = make();
    const base = slugOf(made.id ?? made.title, 'source');
    let id = base;
    for (let n = 2; this.#sourceIds.has(id); n += 1) id = `${base}-${n}`;
    this.#sourceIds.add(id);
    this.#sourceByKey.set(key, id);
    this.sources.push({ ...made, id });
    return id;
  }

  /** Says from which sources a source derives, by ids that were given. */
  derive(id: string, from: readonly string[]): void {
    this.#derived.set(id, [...new Set(from)]);
  }

  /** Adds a note, under a free id. */
  note(wanted: string, note: Omit<Note, 'id'>): void {
    const base = wanted === '' ? 'note' : idOf(wanted);
    let id = base;
    for (let n = 2; this.#noteIds.has(id); n += 1) id = `${base}-${n}`;
    this.#noteIds.add(id);
    this.#hold(note);
    this.notes.push({ id, ...note });
  }

  /** A claim that says no more than its source and stance. Records that a source speaks of in the same way share one; nobody changes it. */
  claim(source: string, stance: Stance): Claim {
    const key = `${stance} ${source}`;
    const known = this.#claims.get(key) ?? { source, stance };
    this.#claims.set(key, known);
    return known;
  }

  /**
   * The reading. `standIn` says what an end is that the file names and does not hold; by default what the relationship's
   * type expects there. `usual` says that files of this kind name most ends by their ids only: then they are reported in one.
   */
  reading(head: Head = {}, standIn: (id: string, expected: EntityType) => Partial<Entity> = () => ({}), usual = false): Reading {
    this.#standIns(standIn, usual);
    const drawn = viewsInReach(this.perspectives.filter((p) => Object.keys(p.positions).length > 0));
    for (const issue of drawn.issues) this.add(issue);
    const issues = this.issues();
    if (this.entities.length === 0) return refused(this.format, 'dataset', [...issues.slice(0, ISSUE_LIMIT - 1), nothingRead()]);
    const reading = datasetReading(this.format, this.#dataset(head), []);
    const kept = this.#kept;
    const lost = this.#lost;
    const { views } = drawn;
    return {
      ...reading, ...(views.length > 0 ? { perspectives: views } : {}),
      report: {
        ...reading.report, ...(kept.size ? { keptAsProperties: Object.fromEntries(kept) } : {}),
        ...(lost.size ? { notExpressed: Object.fromEntries(lost) } : {}), issues,
      },
    };
  }

  #dataset(head: Head): Dataset {
    const name = (this.options.name ?? '').replace(/\.[^.]*$/, '');
    const { entities, relationships, notes } = this;
    const sources = this.#derived.size === 0 ? this.sources : this.sources.map((s) => derived(s, this.#derived.get(s.id)));
    return {
      format: DATASET_FORMAT,
      id: head.id ?? slugOf(name, this.format),
      title: head.title ?? (name || this.format),
      ...(head.summary ? { summary: head.summary } : {}),
      ...(head.licence ? { licence: head.licence } : {}),
      sources,
      entities,
      relationships,
      ...(notes.length > 0 ? { notes } : {}),
    };
  }

  #standIns(standIn: (id: string, expected: EntityType) => Partial<Entity>, usual: boolean): void {
    const before = this.entities.length;
    this.relationships.forEach((r, i) => {
      for (const end of ['from', 'to'] as const) {
        const id = r[end];
        if (this.#entityIds.has(id)) continue;
        const expected = expectedAt(r, end);
        this.#entityIds.add(id);
        this.entities.push({ id, type: expected, name: id, ...standIn(id, expected), properties: { notInFile: true } });
        if (!usual)
          this.warn(
            'dangling-end',
            this.#places[i]!,
            `The ${end === 'from' ? 'start' : 'end'} of “${r.id}” is no entity of this file; one was put there that stands for it.`,
            'Open the file that holds it too, or correct the id.',
            id,
          );
      }
    });
    const made = this.entities.length - before;
    if (usual && made > 0)
      this.warn(
        'named-by-id', '(file)', `${made} entities are named by their ids only; each stands under its id.`,
        'Open the file that holds their names too.', String(made),
      );
  }

  #free(wanted: string, taken: Set<string>, at: At, what: string): string {
    const base = idOf(wanted);
    if (base !== wanted)
      this.warn(
        'bad-id', at, `The id of this ${what} is empty or longer than 200 characters; it was shortened.`, 'Give it a shorter id.', wanted,
      );
    const id = this.#next(base, taken);
    if (id !== base)
      this.warn(
        'duplicate-id', at, `Another ${what} has the id “${base}” already; this one is kept as “${id}”.`,
        'Give each record an id of its own.', base,
      );
    taken.add(id);
    return id;
  }

  /**
   * The first of `base`, `base-2`, `base-3` … that is not taken. What was found taken is remembered,
   * so that a million records of one id cost no more than a million others.
   */
  #next(base: string, taken: Set<string>): string {
    if (!taken.has(base)) return base;
    const numbers = taken === this.#entityIds ? this.#entityNumbers : this.#relationshipNumbers;
    let n = numbers.get(base) ?? 2;
    while (taken.has(`${base}-${n}`)) n += 1;
    numbers.set(base, n);
    return `${base}-${n}`;
  }
}

/** Counts under a name; a file may have more names than anybody reads, and those are counted together. */
function derived(source: Source, from: readonly string[] | undefined): Source {
  if (!from) return source;
  const { derivedFrom: _asRead, ...rest } = source;
  return from.length === 0 ? rest : { ...rest, derivedFrom: [...from] };
}

function count(counts: Map<string, number>, name: string, times: number): void {
  const under = counts.has(name) || counts.size < MOST_NAMES ? name.slice(0, 200) : 'others';
  counts.set(under, (counts.get(under) ?? 0) + times);
}

function placed(at: At): string {
  return typeof at === 'number' ? `line ${at}` : at;
}

function expectedAt(r: Relationship, end: 'from' | 'to'): EntityType {
  const ends = relationshipType(r.type)[end];
  return ends === 'any' || ends.includes('organization') ? 'organization' : ends[0]!;
}

function nothingRead(): Issue {
  return {
    code: 'nothing-read', severity: 'error', at: '(file)', message: 'No entity could be read from this file.',
    hint: 'Check that it is the file you meant, and that it was saved to its end.',
  };
}

/**
 * An id that the model takes: what is too long keeps its beginning and gets a checksum of the whole,
 * so that ids that differ stay different.
 */
export function idOf(raw: string): string {
  if (raw !== '' && raw.length <= 200) return raw;
  return raw === '' ? 'unnamed' : `${raw.slice(0, 180).replace(/\p{Surrogate}/gu, '')}-${checksum(raw)}`;
}

function checksum(text: string): string {
  return hashOf(text).toString(36);
}
