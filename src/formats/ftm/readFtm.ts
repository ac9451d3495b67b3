import type { FileSource } from '../fileSource';
import type { Reading, ReadOptions } from '../format';
import { DatasetBuilder, settleShares } from '../builder';
import { addDiagram } from './readDiagram';
import type { RawEntities, RawEntity } from './rawEntity';
import { foldIdentification } from './readIdentification';
import { readLink, readUnknownLink } from './readLink';
import { READING, readRecords } from './readRecords';
import { readReferences } from './readReferences';
import { SanctionReader } from './readSanction';
import { readThing } from './readThing';
import { schemaNamed } from './schemata';
import { linkReading } from './schemaTypes';
import { UnusedValues } from './unusedValues';

/** How much of the work it is to read what is no link (0–1). */
const THINGS = 0.4;

/**
 * Reads FollowTheMoney entities in any of their usual forms. What one record lacks or says strangely is reported, and the others are read.
 */
export async function readFtm(source: FileSource, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('ftm', options);
  const raws = await readRecords(source, builder);
  builder.phase = 'Connecting';
  const identified = foldIdentification(raws);
  const sanctions = new SanctionReader(builder);
  const links = await readThings(raws, identified, sanctions, builder);
  await readLinks(raws, links, sanctions, builder);
  settleShares(builder);
  if (raws.diagram) addDiagram(raws.diagram, builder);
  if (raws.fragments > 0)
    builder.warn(
      'united-fragments', '(file)', `${raws.fragments} records repeat an id; their values were united, as FollowTheMoney has it.`,
      'Nothing need be done if they are fragments of the same entities.', String(raws.fragments),
    );
  options.onProgress?.(1);
  return builder.reading();
}

/** Reads what is no link; returns what is. A link that lacks an end is read as a thing too. */
async function readThings(
  raws: RawEntities, identified: ReadonlySet<RawEntity>, sanctions: SanctionReader, builder: DatasetBuilder,
): Promise<RawEntity[]> {
  const links: RawEntity[] = [];
  let done = 0;
  for (const raw of raws.byId.values()) {
    const link = isLink(raw, raws);
    if (link) links.push(raw);
    else if (!identified.has(raw)) readOne(raw, raws, builder);
    sanctions.know(raw);
    if (link) raw.rest();
    else raw.release();
    done += 1;
    if (builder.turnIsOver) await builder.nextTurn(READING + (done / raws.byId.size) * THINGS);
  }
  return links;
}

/** The words that tell what a link is. */
function rolesOf(raw: RawEntity): string[] {
  return [...(raw.values.get('role') ?? []), ...(raw.values.get('relationship') ?? [])];
}

function isLink(raw: RawEntity, raws: RawEntities): boolean {
  if (raw.schema === 'Sanction') return (raw.values.get('entity') ?? []).length > 0;
  const reading = linkReading(raw.schema, rolesOf(raw));
  if (reading) return [reading.from, reading.to].every((end) => (raw.values.get(end) ?? []).length > 0);
  return schemaNamed(raw.schema) === undefined && readUnknownLink(raw, raws) !== undefined;
}

function readOne(raw: RawEntity, raws: RawEntities, builder: DatasetBuilder): void {
  if (linkReading(raw.schema, []) || raw.schema === 'Sanction')
    builder.warn(
      'missing-end',
      raw.at,
      `“${raw.id}” lacks one of the two ends of a ${raw.schema}; it was read as an entity that is tied to the other.`,
      'Name both ends.',
      raw.id,
    );
  const { relationships, used } = readReferences(raw, raws, builder);
  const left = new UnusedValues(raw, builder);
  for (const [name, value] of used) left.takeOne(name, value);
  if (schemaNamed(raw.schema) === undefined)
    builder.warn(
      'unknown-schema', raw.at, `"${raw.schema}" is no schema of FollowTheMoney 3.8; it was read as an asset with all its properties.`,
      'Nothing need be done if a later version has it.', raw.schema,
    );
  const id = builder.addEntity(readThing(raw, builder, left), raw.at);
  for (const relationship of relationships) builder.addRelationship({ ...relationship, from: id }, raw.at);
}

async function readLinks(
  raws: RawEntities, links: readonly RawEntity[], sanctions: SanctionReader, builder: DatasetBuilder,
): Promise<void> {
  for (const [i, raw] of links.entries()) {
    const reading = linkReading(raw.schema, rolesOf(raw)) ?? readUnknownLink(raw, raws);
    if (raw.schema !== 'Sanction' && schemaNamed(raw.schema) === undefined && reading?.type === 'linkedTo')
      builder.warn(
        'unknown-schema',
        raw.at,
        `"${raw.schema}" is no schema of FollowTheMoney 3.8; it was read as a “linked to” with its label and all its properties.`,
        'Nothing need be done if a later version has it.',
        raw.schema,
      );
    const relationships = raw.schema === 'Sanction' ? sanctions.read(raw) : readLink(raw, reading!, builder);
    for (const relationship of relationships ?? []) builder.addRelationship(relationship, raw.at);
    raw.release();
    if (builder.turnIsOver) await builder.nextTurn(READING + THINGS + (i / links.length) * (1 - READING - THINGS));
  }
}

