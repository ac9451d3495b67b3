import type { FileState, OwnFile, OwnFiles } from '../platform';

/** A file on a disk in memory, which tests change as another program would; the clock of the disk goes on at each writing. */
export class MemoryFile implements OwnFile {
  handle: unknown = this;
  mayWrite = true;
  gone = false;
  private state: FileState = { lastModified: 0, size: 0 };

  constructor(readonly name: string, public text = '') {
    this.put(text);
  }

  /** Another program writes. */
  put(text: string): void {
    this.text = text;
    this.state = { lastModified: this.state.lastModified + 1, size: new Blob([text]).size };
  }

  async allowed(ask: boolean): Promise<boolean> {
    this.mayWrite ||= ask;
    return this.mayWrite;
  }

  async read() {
    if (this.gone) throw new DOMException('A requested file or directory could not be found.', 'NotFoundError');
    return Object.assign(new Blob([this.text]), { lastModified: this.state.lastModified });
  }

  async write(blob: Blob, seen?: FileState): Promise<FileState | undefined> {
    const text = await blob.text();
    await this.read();
    if (seen && (seen.lastModified !== this.state.lastModified || seen.size !== this.state.size)) return undefined;
    this.put(text);
    return this.state;
  }
}

/** The user chooses this file wherever a picker is shown; none where it is left out. */
export function memoryFiles(file?: MemoryFile): OwnFiles {
  return { choose: async () => file, pick: async () => file, kept: async () => file };
}
