/** What keeps a packed file from being read. */
export type PackedFault = 'not-packed' | 'newer-version' | 'breaks-off' | 'damaged';

/** A packed file, or a part of it, that is refused; `at` says where it is wrong. */
export class PackedFileError extends Error {
  override readonly name = 'PackedFileError';
  constructor(
    readonly fault: PackedFault,
    readonly at: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function damaged(at: string, why: string, cause?: unknown): PackedFileError {
  return new PackedFileError('damaged', at, `This packed file is damaged at ${at}: ${why}. Get the file again, or pack it anew.`, {
    cause,
  });
}
