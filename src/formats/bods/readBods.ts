import type { Entity, EntityType } from '../../model';
import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { asText, Gathering, settleShares } from '../gather';
import { readParty } from './readParty';
import { readRelationship } from './readRelationship';
import { READING, readStatements } from './readStatements';
import { recordsOf } from './records';

/** Reads statements of BODS 0.1 to 0.4. What one statement lacks or says strangely is reported, and the others are read. */
export async function readBods(source: FileSource, options: ReadOptions): Promise<Reading> {
  const gathering = new Gathering('bods', options);
  const statements = await readStatements(source, gathering);
  gathering.phase = 'Connecting';
  const records = recordsOf(statements, gathering);
  const steps = records.records.length * 2;
  for (const [i, record] of records.records.entries()) {
    if (record.kind !== 'relationship') gathering.addEntity(readParty(record, gathering), record.versions.at(-1)!.at);
    if (gathering.outOfBreath) await gathering.breathe(READING + (i / steps) * (1 - READING));
  }
  for (const [i, record] of records.records.entries()) {
    if (record.kind === 'relationship') readRelationship(record, records, gathering);
    if (gathering.outOfBreath) await gathering.breathe(READING + (0.5 + i / steps) * (1 - READING));
  }
  settleShares(gathering);
  options.onProgress?.(1);
  const licences = new Set(statements.flatMap((s) => asText(s.publication.license) ?? []));
  return gathering.reading(licences.size === 1 ? { licence: [...licences][0]! } : {}, standIn);
}

/** An interested party that the file lacks may be anyone; a subject is a body. */
function standIn(id: string, expected: EntityType): Partial<Entity> {
  return { type: expected, name: `statement ${id}` };
}
