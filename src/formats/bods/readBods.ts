import type { Entity, EntityType } from '../../model';
import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { asText } from '../records';
import { DatasetBuilder, settleShares } from '../builder';
import { readParty } from './readParty';
import { readRelationship } from './readRelationship';
import { READING, readStatements } from './readStatements';
import { recordsOf } from './records';

/** Reads statements of BODS 0.1 to 0.4. What one statement lacks or says strangely is reported, and the others are read. */
export async function readBods(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('bods', options);
  const statements = await readStatements(source, builder);
  builder.phase = 'Connecting';
  const records = recordsOf(statements, builder);
  const steps = records.records.length * 2;
  for (const [i, record] of records.records.entries()) {
    if (record.kind !== 'relationship') builder.addEntity(readParty(record, builder), record.versions.at(-1)!.at);
    if (builder.turnIsOver) await builder.nextTurn(READING + (i / steps) * (1 - READING));
  }
  for (const [i, record] of records.records.entries()) {
    if (record.kind === 'relationship') readRelationship(record, records, builder);
    if (builder.turnIsOver) await builder.nextTurn(READING + (0.5 + i / steps) * (1 - READING));
  }
  settleShares(builder);
  options.onProgress?.(1);
  const licences = new Set(statements.flatMap((s) => asText(s.publication.license) ?? []));
  return builder.reading(licences.size === 1 ? { licence: [...licences][0]! } : {}, standIn);
}

/** An interested party that the file lacks may be anyone; a subject is a body. */
function standIn(id: string, expected: EntityType): Partial<Entity> {
  return { type: expected, name: `statement ${id}` };
}
