import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { eachTextPiece } from '../records';
import { DatasetBuilder } from '../builder';
import { Lines, LONGEST_LINE, type Line } from './lines';
import { PajekFile } from './pajekFile';

/** Reads a network or project of Pajek. */
export async function readPajek(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('pajek', options);
  const file = new PajekFile(builder);
  const lines = new Lines();
  const take = async (found: Iterable<Line>, share: number) => {
    for (const { text, number, cut } of found) {
      if (cut)
        builder.warn(
          'too-long',
          number,
          `This line is longer than the ${LONGEST_LINE} characters that are read of a line; the rest of it was left out.`,
          'Break the line.',
        );
      for (const edge of file.line(text, number)) {
        file.graph.edge(edge);
        if (builder.turnIsOver) await builder.nextTurn(share);
      }
      builder.rows += 1;
      if (builder.turnIsOver) await builder.nextTurn(share);
    }
  };
  await eachTextPiece(source, builder, (piece, share) => take(piece === undefined ? lines.end() : lines.push(piece), share));
  const reading = await file.end();
  options.onProgress?.(1);
  return reading;
}
