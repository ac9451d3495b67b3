import { expect, it } from 'vitest';
import { droppedFiles } from './droppedFiles';

type Tree = { [name: string]: string | Tree };

/** A drop as a browser tells of it: entries that list what is in folders by portions of two. */
function dropOf(tree: Tree) {
  const entryOf = (name: string, what: string | Tree, path: string): unknown =>
    typeof what === 'string'
      ? { isFile: true, isDirectory: false, name, fullPath: path, file: (found: (file: File) => void) => found(new File([what], name)) }
      : {
          isFile: false, isDirectory: true, name, fullPath: path,
          createReader() {
            const left = Object.entries(what).map(([n, w]) => entryOf(n, w, `${path}/${n}`));
            return { readEntries: (told: (entries: unknown[]) => void) => told(left.splice(0, 2)) };
          },
        };
  const top = Object.entries(tree);
  return {
    items: top.map(([name, what]) => ({ webkitGetAsEntry: () => entryOf(name, what, `/${name}`) })),
    files: top.map(([name, what]) => new File([typeof what === 'string' ? what : ''], name)),
  } as unknown as DataTransfer;
}

it('a folder is all the files in it with their paths, without what is hidden there', async () => {
  const files = await droppedFiles(
    dropOf({
      leaks: { 'nodes.csv': 'a', 'edges.csv': 'b', '.DS_Store': 'x', deeper: { 'more.csv': 'c', 'and.csv': 'd', 'yet.csv': 'e' } },
    }),
  );
  expect(files.map((f) => f.name).sort()).toEqual([
    'leaks/deeper/and.csv', 'leaks/deeper/more.csv', 'leaks/deeper/yet.csv', 'leaks/edges.csv', 'leaks/nodes.csv',
  ]);
  expect(await files.find((f) => f.name === 'leaks/nodes.csv')!.blob.text()).toBe('a');
});

it('files dropped side by side are taken as they are', async () => {
  expect((await droppedFiles(dropOf({ 'a.csv': '1', 'b.csv': '2' }))).map((f) => f.name)).toEqual(['a.csv', 'b.csv']);
});
