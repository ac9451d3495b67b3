import { expose } from 'comlink';
import { showLife } from '../store';
import { compareFile, type FileComparisonTask } from './comparison/compareFile';
import { mergeFile, type FileMergeTask } from './ownFile/mergeFile';
import { countIn, lookAt, readIn, ticksIn } from './mapping/lookAt';
import type { UserSource } from './platform';

const service = {
  look: (source: UserSource) => lookAt(source),
  read: (source: UserSource) => readIn(source),
  compare: (task: FileComparisonTask) => compareFile(task),
  merge: (task: FileMergeTask) => mergeFile(task),
  ticks: (source: UserSource) => ticksIn(source),
  count: (source: UserSource) => countIn(source),
};

/** What the worker answers to. */
export type FileWorkerService = typeof service;

showLife(self as DedicatedWorkerGlobalScope);
expose(service);
