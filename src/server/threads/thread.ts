import { parentPort, workerData } from 'node:worker_threads';
import { answerQuestions } from './answerQuestions';
import { openFile } from './openFile';
import type { ThreadData } from './messages';

// Where a thread of the server begins.
const data = workerData as ThreadData;
if (data.role === 'open') await openFile(parentPort!, data);
else answerQuestions(parentPort!, data);
