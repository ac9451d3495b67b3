import { z } from 'zod';
import caseUrl from '../../graph-data/north-korea-telecom.json?url&no-inline';
import chartUrl from '../../graph-data/north-korea-telecom.chart.json?url&no-inline';
import { perspectiveCharts, type Dataset, type PerspectiveChart } from '../model';
import { fetchPatiently, NotFetchedError } from '../store';
import type { BundledCase } from './platform';

interface Case extends BundledCase {
  readonly data: string;
  readonly chart: string;
}

/** The cases that come with the application; the first opens by itself. To add one: its two files and its line here. */
export const cases: readonly Case[] = [
  { name: 'north-korea-telecom', title: 'Who built North Korea’s phone networks', data: caseUrl, chart: chartUrl },
];

/** Whatever else the script that makes the file wrote for itself is passed over. */
const chartFile = z.object(perspectiveCharts.shape);

/** A case as it came: its bytes for the worker, and its records for the first picture. */
export interface FetchedCase {
  readonly bytes: Uint8Array;
  readonly dataset: Dataset;
  readonly perspectives: PerspectiveChart[];
}

/** Fetches a case's two files at once. They were validated when they were bundled. */
export async function fetchCase(name: string, signal?: AbortSignal): Promise<FetchedCase> {
  const { data, chart } = cases.find((c) => c.name === name)!;
  const [bytes, places] = await Promise.all([bytesAt(data, signal), bytesAt(chart, signal)]);
  return { bytes, dataset: jsonOf(bytes) as Dataset, perspectives: chartFile.parse(jsonOf(places)).perspectives };
}

async function bytesAt(url: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await fetchPatiently(url, signal ? { signal } : {});
  if (!response.ok) throw new NotFetchedError('The case', response.status, 'Reload the page.');
  return new Uint8Array(await response.arrayBuffer());
}

function jsonOf(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
