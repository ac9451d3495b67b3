import type { FolderFile } from '../../workspace';
import { chosenFiles } from '../dialogs/chosenFiles';

/** By which browsers with File System Access hand over how to write into what was dropped. */
type WritableItem = DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> };

/** The files that were dropped, those in folders with the path to them. What is hidden is left out: systems leave such files there. */
export async function droppedFiles(data: DataTransfer): Promise<FolderFile[]> {
  // Both lists are empty once the event is over, so that they are read before anything is waited for.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const plain = chosenFiles(data.files);
  const [item, ...more] = [...data.items] as WritableItem[];
  const handle = item && more.length === 0 ? item.getAsFileSystemHandle?.() : undefined;
  if (!entries.some((entry) => entry.isDirectory))
    return plain.length === 1 && handle ? [{ ...plain[0]!, handle: await handle }] : plain;
  return (await Promise.all(entries.map(filesIn))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<FolderFile[]> {
  const name = entry.fullPath.slice(1);
  if (isHidden(name.split('/').at(-1)!)) return [];
  if (isFile(entry)) return [{ name, blob: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) }];
  return (await Promise.all((await listed(entry as FileSystemDirectoryEntry)).map(filesIn))).flat();
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** A folder is listed some hundred entries at a time, until a list is empty. */
async function listed(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
