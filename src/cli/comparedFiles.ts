import { basename } from 'node:path';
import { comparableStates, type Dataset, type Filter, type Position, type Story } from '../model';
import { isPublishedStory, type Reading } from '../formats';
import { MemoryStore } from '../store';
import { besideText } from '../wording';
import type { Io } from './io';
import { openWhole } from './openDataset';

/** Two files that are compared, as far as they can be. */
export interface ComparedFiles {
  readonly before: Dataset;
  readonly after: Dataset;
  readonly readings: readonly [Reading & { dataset: Dataset }, Reading & { dataset: Dataset }];
  /** Where the reader knows entities: the places of the earlier chart, then those that only the later has. */
  readonly positions: ReadonlyMap<string, Position>;
  readonly filter: Filter;
  /** The stories that the earlier file tells. */
  readonly stories: readonly Story[];
  /** Ids of those who are tied to what a snapshot shows and are not in it, so that they are not compared; and the same in a sentence. */
  readonly beside: readonly string[];
  readonly remarks: readonly string[];
}

type AskRoutes = Parameters<Parameters<typeof comparableStates>[2]>;

/**
 * Opens two files. Where one is a snapshot or a published story and the other is not, of the other what that shows is compared, unless
 * `whole` is asked for: a snapshot is a part, and whatever it leaves out is no news.
 */
export async function comparedFiles(
  paths: readonly [string, string], { whole = false }: { readonly whole?: boolean }, io: Io,
): Promise<ComparedFiles> {
  const readings = [await openWhole(paths[0], io), await openWhole(paths[1], io)] as const;
  const [a, b] = readings;
  const shown = a.snapshot ?? b.snapshot;
  const rest = {
    readings, positions: new Map([...placesIn(b), ...placesIn(a)]), filter: shown?.filter ?? {},
    stories: (a.charts ?? []).flatMap(({ chart }) => chart.story ?? []),
  };
  if (whole) return { before: a.dataset, after: b.dataset, beside: [], remarks: [], ...rest };
  const known = (reading: Reading & { dataset: Dataset }) => ({ ...reading, published: isPublishedStory(reading) });
  const routes = async (...[dataset, question]: AskRoutes) => (await MemoryStore.open(dataset)).routes(question);
  const states = await comparableStates(known(a), known(b), routes);
  const [path, { dataset: narrowed }] = states.narrowed === 'before' ? [paths[0], a] : [paths[1], b];
  return { ...states, remarks: besideText(basename(path), narrowed, states.beside), ...rest };
}

/** Where a file's chart has its entities: a snapshot, or the first chart of a case. */
function placesIn({ snapshot, charts }: Reading): ReadonlyMap<string, Position> {
  if (snapshot) return new Map(Object.entries(snapshot.chart.positions));
  return charts?.[0]?.chart.positions ?? new Map();
}
