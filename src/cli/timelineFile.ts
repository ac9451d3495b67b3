import { extname } from 'node:path';
import { PictureTooLargeError, renderTimeline, timelineKinds, type TimelineInput, type TimelineKind } from '../publish';
import { MisuseError, type Io } from './io';
import { nodeAssets } from './nodeAssets';
import { nodeCanvas } from './nodeCanvas';
import { writeOutput } from './outputFile';

const KINDS = Object.keys(timelineKinds) as TimelineKind[];

interface Look {
  readonly theme: 'light' | 'dark';
  readonly scale: number;
}

/**
 * What writes a timeline as the file's ending says. It tells where on the error output. Throws MisuseError for an ending that is none of
 * them.
 */
export function timelineFile(path: string): (input: TimelineInput, look: Look, io: Io) => Promise<void> {
  const kind = KINDS.find((k) => k === extname(path).slice(1).toLowerCase());
  if (!kind) throw new MisuseError(`${path}: the ending says what is written, one of ${KINDS.map((k) => `.${k}`).join(' ')}.`);
  return async (input, { theme, scale }, io) => {
    try {
      await writeOutput(path, await renderTimeline(input, kind, { assets: await nodeAssets(), canvas: nodeCanvas, theme, scale }));
    } catch (error) {
      if (error instanceof PictureTooLargeError) throw new MisuseError(`${path}: ${error.message}`);
      throw error;
    }
    const { rows } = input.answer;
    const ties = rows.reduce((sum, row) => sum + row.bars.length, 0);
    io.err(`${path}: ${rows.length === 1 ? '1 entity' : `${rows.length} entities`}, dated ties: ${ties}.`);
  };
}
