import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../program';

/** What came of one command line, as the terminal shows it. */
export async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runCli(args, { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The same, with what it printed as JSON. */
export async function runForJson(...args: string[]) {
  const ended = await run(...args);
  return { ...ended, json: () => JSON.parse(ended.out) as Record<string, never> };
}

/** A folder of its own for the files of a test. */
export function testFolder(name: string) {
  const path = mkdtempSync(join(tmpdir(), `throughline-${name}-`));
  const at = (file: string) => join(path, file);
  return {
    path,
    at,
    /** Writes a file, values as JSON, and gives its path. */
    file(file: string, content: unknown): string {
      writeFileSync(at(file), typeof content === 'string' ? content : JSON.stringify(content));
      return at(file);
    },
  };
}
