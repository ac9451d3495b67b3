import { MisuseError, type Io } from './io';

/** How long what is read may send nothing, in seconds, unless `--wait` says otherwise. */
export const PATIENCE = 30;

/** What the work gives. Throws MisuseError where that takes longer than the user waits; `what` begins the sentence. */
export async function inPatience<T>(work: Promise<T>, what: string, io: Io | undefined): Promise<T> {
  const seconds = io?.patience ?? PATIENCE;
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(what, seconds)), seconds * 1000);
  });
  try {
    return await Promise.race([work, silent]);
  } finally {
    clearTimeout(timer);
  }
}

function silence(what: string, seconds: number): MisuseError {
  return new MisuseError(
    `${what} has sent nothing for ${seconds === 1 ? 'one second' : `${seconds} seconds`}. `
    + `Check what should send it, or wait longer with --wait SECONDS.`,
  );
}
