/** The file that was compared cannot be read again. */
export class NotComparedError extends Error {
  override readonly name = 'NotComparedError';
  constructor(file: string, why: string) {
    super(`“${file}” could not be read again: ${why} Choose it once more.`);
  }
}
