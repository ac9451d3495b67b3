import { extname } from 'node:path';
import {
  comparisonKinds, comparisonOf, PictureTooLargeError, renderComparison, type ComparisonInput, type ComparisonKind,
} from '../publish';
import { MisuseError, type Io } from './io';
import { nodeAssets } from './nodeAssets';
import { nodeCanvas } from './nodeCanvas';
import { writeOutput } from './outputFile';

const KINDS = Object.keys(comparisonKinds) as ComparisonKind[];

function kindOf(path: string): ComparisonKind {
  const ending = extname(path).slice(1).toLowerCase();
  const kind = KINDS.find((k) => k === ending);
  if (!kind) throw new MisuseError(`${path}: the ending says what is written, one of ${KINDS.map((k) => `.${k}`).join(' ')}.`);
  return kind;
}

interface Look {
  readonly theme: 'light' | 'dark';
  readonly scale: number;
}

/**
 * What writes a comparison as a page or a picture, by the file's ending. It tells where on the error output, since the answer is on the
 * other. Throws MisuseError for an ending that is none of them.
 */
export function comparisonFile(path: string): (input: ComparisonInput, look: Look, io: Io) => Promise<void> {
  const kind = kindOf(path);
  return async (input, { theme, scale }, io) => {
    const comparison = comparisonOf(input);
    try {
      await writeOutput(path, await renderComparison(comparison, kind, { assets: await nodeAssets(), canvas: nodeCanvas, theme, scale }));
    } catch (error) {
      if (error instanceof PictureTooLargeError) throw new MisuseError(`${path}: ${error.message}`);
      throw error;
    }
    const { drawn: { before, after } } = comparison;
    io.err(`${path}: ${before.entities.length} and ${after.entities.length} entities side by side.`);
  };
}
