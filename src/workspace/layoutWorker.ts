import { expose } from 'comlink';
import { runLayout, type LayoutTask } from './layoutTasks';

const service = { run: (task: LayoutTask, onProgress?: (done: number) => void) => runLayout(task, onProgress) };

/** What the worker answers to. */
export type LayoutWorkerService = typeof service;

expose(service);
