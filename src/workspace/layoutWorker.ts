import { expose } from 'comlink';
import { showLife } from '../store';
import { runLayout, type LayoutTask } from './layoutTasks';

const service = { run: (task: LayoutTask, onProgress?: (done: number) => void) => runLayout(task, onProgress) };

/** What the worker answers to. */
export type LayoutWorkerService = typeof service;

showLife(self as DedicatedWorkerGlobalScope);
expose(service);
