import type { FolderFile } from '../../workspace';

/** The files that were chosen; those of a folder with the path to them, without what is hidden in it. */
export function chosenFiles(chosen: Iterable<File>): FolderFile[] {
  return [...chosen]
    .map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }))
    .filter(({ name }) => !/(^|\/)\./.test(name));
}
