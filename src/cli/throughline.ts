#!/usr/bin/env node
import { runCli } from './program';

/** The command failed by a defect of its own. */
const CRASHED = 3;

/** Whoever reads the answer may stop reading (`| head`); then there is nobody to tell. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') crash(error);
    process.exit();
  });
}
process.on('uncaughtException', crash);

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { progress: (text: string) => process.stderr.write(`\r\x1b[K${text}`) } : {}),
});

// What a disk never answered keeps the process, and what the system waits for cannot be called back.
if (process.exitCode === 2) setTimeout(endHeld, 500).unref();

function endHeld(): void {
  if (
    process.stdout.writableLength === 0
    && process.stderr.writableLength === 0
    && process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))
  )
    process.kill(process.pid, 'SIGKILL');
}

function crash(error: unknown): never {
  process.stderr.write(
    `The command failed by a defect of its own, and gave no answer. Please report this, with the command and the file:\n`
    + `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(CRASHED);
}
