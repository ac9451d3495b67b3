/** A file was asked for in a format that is only read, or that there is not. */
export class NotWritableError extends Error {
  override readonly name = 'NotWritableError';
  constructor(readonly format: string) {
    super(`No file is written as "${format}". Choose another format.`);
  }
}
