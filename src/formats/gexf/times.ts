import { isoDateOf } from '../words';
import type { DatasetBuilder } from '../builder';
import type { XmlElement } from '../records';

/** When something is there, by GEXF; `intervals` are the file's own words, where the two dates do not say all of them. */
interface Times {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly intervals: readonly string[];
}

const NEVER: Times = { intervals: [] };
/** Bounds that say that there is none. */
const OPEN = /^[-+]?inf(?:inity)?$/i;

/**
 * Reads times of GEXF 1.1 to 1.3, a graph that is a slice included: `start`, `end`, `startopen`, `endopen`, `timestamp`,
 * `timestamps`, `intervals` and spells.
 * Dates and times of day become dates; bare numbers are years from 1000 to 2200 where they are whole, else no dates: the
 * format does not say what they count.
 */
export class TimeReader {
  /** As the graph declares it: date, dateTime, integer or double (the default). */
  format = 'double';
  #slice: readonly [string, string][] = [];
  #years = false;
  #bare = false;

  constructor(readonly builder: DatasetBuilder) {}

  /** Takes the times of a graph that is a slice, the state at one time: they are those of all in it that has none of its own. */
  slice(graph: XmlElement): void {
    this.#slice = spansIn(graph);
  }

  read(element: XmlElement, spells: readonly XmlElement[]): Times {
    const own = [...spansIn(element), ...spells.flatMap(spansIn)];
    const spans = own.length > 0 ? own : this.#slice;
    if (spans.length === 0) return NEVER;
    const read = spans.map(([from, until]) => ({ from: this.#date(from, element), until: this.#date(until, element) }));
    const start = read.some(({ from }) => from === 'open')
      ? undefined
      : least(
          read.flatMap(({ from }) => (from && from !== 'open' ? (from.date ?? []) : [])),
          -1,
        );
    const end = read.some(({ until }) => until === 'open')
      ? undefined
      : least(
          read.flatMap(({ until }) => (until && until !== 'open' ? (until.date ?? []) : [])),
          1,
        );
    const whole = spans.length === 1 && read.every(({ from, until }) => [from, until].every((one) => one === 'open' || one.whole));
    return { start, end, intervals: whole ? [] : spans.map(([from, until]) => (from === until ? from : `${from}..${until}`)) };
  }

  #date(text: string, element: XmlElement): 'open' | { date?: string; whole: boolean } {
    if (text === '' || OPEN.test(text)) return 'open';
    const year = /^(1\d{3}|2[01]\d{2}|2200)(?:\.0+)?$/.exec(text)?.[1];
    if (year !== undefined && !this.format.startsWith('date')) {
      if (!this.#years)
        this.builder.warn(
          'numbers-as-years',
          element.line,
          'Times are bare numbers from 1000 to 2200 here; they were read as years.',
          'Declare timeformat="date" on the graph and write dates.',
          text,
        );
      this.#years = true;
      return { date: year, whole: true };
    }
    const read = isoDateOf(text);
    if (read.date === undefined) this.#tellBare(text, element);
    return read.date === undefined ? { whole: false } : { date: read.date, whole: read.whole };
  }

  #tellBare(text: string, element: XmlElement): void {
    const number = Number.isFinite(Number(text));
    if (!number)
      this.builder.warn(
        'bad-date',
        element.line,
        'This is no date that exists; it was kept as a property.',
        'Write YYYY-MM-DD, of a day that exists.',
        text,
      );
    else if (!this.#bare)
      this.builder.warn(
        'bare-time',
        element.line,
        'Times are bare numbers here, and the format does not say what they count; they were kept as the property “spells”, not as dates.',
        'Declare timeformat="date" on the graph and write dates.',
        text,
      );
    this.#bare ||= number;
  }
}

const TIMES = ['start', 'end', 'startopen', 'endopen', 'timestamp', 'timestamps', 'intervals'] as const;

/** The spans that an element states itself: pairs of texts, empty where they are open; a point in time is a pair of one text. */
function spansIn({ attributes }: XmlElement): [string, string][] {
  if (!TIMES.some((name) => attributes.has(name))) return [];
  const told = (...names: string[]) => names.map((name) => attributes.get(name)?.trim()).find((text) => text !== undefined && text !== '');
  const [start, end, timestamp] = [told('start', 'startopen'), told('end', 'endopen'), told('timestamp')];
  const points = listed(told('timestamps')).map((text): [string, string] => [text, text]);
  const intervals = (told('intervals') ?? '').split(';').flatMap((text): [string, string][] => {
    const [from, until] = listed(text);
    return from === undefined ? [] : [[from, until ?? from]];
  });
  return [
    ...((start ?? end) ? [[start ?? '', end ?? ''] as [string, string]] : []),
    ...(timestamp ? [[timestamp, timestamp] as [string, string]] : []),
    ...points,
    ...intervals,
  ];
}

/** The times of a text as Gephi writes lists: "<[2009-03-01, 2009-03-10]>". */
function listed(text = ''): string[] {
  return text.split(/[[\]()<>,;\s]+/).filter((part) => part !== '');
}

/** The earliest start (sign -1) or latest end (sign 1) of partial dates; texts of the same kind compare as dates do. */
function least(dates: readonly string[], sign: 1 | -1): string | undefined {
  return dates.reduce<string | undefined>(
    (found, date) => (found === undefined || (date > found ? 1 : -1) === sign ? date : found),
    undefined,
  );
}
