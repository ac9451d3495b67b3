import process from 'node:process';
import { version } from '../../../package.json';
import { openApi } from './openApi';

/** Prints what a server with a token says of itself at `/api/openapi.json`. */
process.stdout.write(`${JSON.stringify(openApi({ version, guarded: true }), null, 2)}\n`);
