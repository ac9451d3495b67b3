import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { isTray, OneAtATime, PROPOSALS_FORMAT, readTray, trayLine, type Proposal } from '../model';
import { RefusedError } from './dataset';

/** The largest tray, in bytes (16 MiB): beyond it a person is to look first. */
const LARGEST_TRAY = 16 * 1024 * 1024;

/** A file is no review tray, and nothing is added to it. */
export class NoTrayError extends Error {
  override readonly name = 'NoTrayError';
}

/** What became of a proposal: it is new in the tray, or was there and waits, or was decided on. */
type Trayed = 'added' | 'waiting' | 'accepted' | 'refused';

/** A file of proposals that a person looks through, and the texts that the person gave. */
export interface ReviewTray {
  /** The texts that quotes may be from, by the name of their file. */
  readonly texts: ReadonlyMap<string, string>;
  add(proposal: Proposal): Promise<Trayed>;
}

/**
 * A tray at a path, begun where there is none. Several programs may add to one at a time: a proposal is one line, written by one append,
 * and begins a line of its own where the one before was cut off. Throws NoTrayError where the file is another.
 */
export async function reviewTrayAt(path: string, texts: ReadonlyMap<string, string> = new Map()): Promise<ReviewTray> {
  await begun(path);
  const turns = new OneAtATime();
  return {
    texts,
    add: (proposal) => turns.run(async () => {
      const whole = await readFile(path, 'utf8');
      const tray = readTray(whole);
      if (!tray) throw new NoTrayError(`${path} is no review tray any more.`);
      const decided = tray.decisions.get(proposal.id)?.verdict;
      if (decided) return decided;
      if (tray.proposals.some((p) => p.id === proposal.id)) return 'waiting';
      const line = trayLine({ proposal });
      if (Buffer.byteLength(whole) + Buffer.byteLength(line) > LARGEST_TRAY)
        throw new RefusedError('The review tray is full. A person is to look through it first; nothing was added.');
      await appended(path, whole === '' || whole.endsWith('\n') ? line : `\n${line}`);
      return 'added';
    }),
  };
}

/** A file with a tray's first line, unless it is there; several programs may begin it at a time. */
async function begun(path: string): Promise<void> {
  try {
    await writeFile(path, trayLine({ format: PROPOSALS_FORMAT }), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const { size } = await stat(path);
    if (size > LARGEST_TRAY || !isTray(await readFile(path, 'utf8')))
      throw new NoTrayError(`${path} is there and is no review tray, so nothing is added to it. Name another file.`);
  }
}

/** One write at the end of the file, on the disk before it is told of. */
async function appended(path: string, line: string): Promise<void> {
  const file = await open(path, 'a');
  try {
    await file.appendFile(line);
    await file.sync();
  } finally {
    await file.close();
  }
}
