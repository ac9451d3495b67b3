import type { Claim, Entity } from '../../model';
import { decodeText, encodingOf } from '../text/decodeText';
import type { NamedFile, Reading, ReadOptions } from '../format';
import { decodeLeniently } from '../text';
import { DatasetBuilder, settleShares } from '../builder';
import { isZip, jsonRecords, textPieces, XmlRecords, zipEntries } from '../records';
import { at, listAt, nodeOfJson, nodeOfXml, textAt, type Node } from './node';
import { readLeiRecord } from './readLeiRecord';
import { readRelationshipRecord } from './readRelationshipRecord';
import { claimOf } from './registry';

const RECORDS: ReadonlySet<string> = new Set(['LEIRecord', 'RelationshipRecord', 'Exception']);

/** Reads LEI records, relationship records or reporting exceptions of GLEIF, in XML or JSON, or a zip of such files. */
export async function readGleif(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  return readGleifFolder([{ name: options.name ?? 'file', bytes }], options);
}

/** Reads the files of a folder as one: names from level 1 for the parents of level 2 and the exceptions. */
export async function readGleifFolder(files: readonly NamedFile[], options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('gleif', options);
  const reader = new GleifReader(builder);
  for (const { name, bytes } of files) {
    const where = files.length > 1 ? `${name}, ` : '';
    if (!isZip(bytes)) await reader.readFile(bytes, where);
    else for (const entry of zipEntries(bytes, builder, (inner) => /\.(xml|json)$/i.test(inner) && !inner.startsWith('__MACOSX/'))) {
      const unpacked = await entry.unpack();
      if (unpacked) await reader.readFile(unpacked, `${where}${entry.name}, `);
    }
  }
  options.onProgress?.(1);
  return reader.reading();
}

/** Gathers records of all three kinds; exceptions wait for the entity that they are about. */
class GleifReader {
  readonly #exceptions = new Map<string, { claims: Claim[]; texts: string[] }>();

  constructor(readonly builder: DatasetBuilder) {}

  async readFile(bytes: Uint8Array, where: string): Promise<void> {
    const head = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, 1024)).replace(/^\ufeff/, '').trimStart();
    if (head.startsWith('<')) await this.#readXml(bytes, where);
    else await this.#readJson(bytes, where);
  }

  async #readXml(bytes: Uint8Array, where: string): Promise<void> {
    const records = new XmlRecords(RECORDS, this.builder);
    let taken = 0;
    for (const piece of textPieces(bytes, encodingOf(bytes))) {
      for (const element of records.push(piece)) this.#read(nodeOfXml(element), `${where}line ${element.line}`);
      taken += piece.length;
      await this.builder.nextTurn(taken / bytes.length);
    }
    for (const element of records.end()) this.#read(nodeOfXml(element), `${where}line ${element.line}`);
  }

  async #readJson(bytes: Uint8Array, where: string): Promise<void> {
    const strict = decodeText(bytes);
    const { text, issue } = strict.issue ? decodeLeniently(bytes) : { text: strict.text, issue: undefined };
    if (issue) this.builder.add({ ...issue, at: where + issue.at });
    const list = /^\ufeff?\s*\{\s*"(?:records|relations|exceptions)"\s*:\s*(?=\[)/.exec(text.slice(0, 1000));
    for (const record of jsonRecords(text, list ? list[0].length : 0)) {
      if (record.issue) this.builder.add({ ...record.issue, at: where + record.issue.at });
      if (record.value !== undefined) this.#read(nodeOfJson(record.value), where + record.at);
      await this.builder.nextTurn(record.offset / text.length);
    }
  }

  /** The golden copy in JSON wraps each record of level 2 in its name. */
  #read(outer: Node, place: string): void {
    const record = at(outer, 'RelationshipRecord') ?? at(outer, 'LEIRecord') ?? at(outer, 'Exception') ?? outer;
    if (at(record, 'Relationship') !== undefined) this.#readRelationship(record, place);
    else if (at(record, 'ExceptionCategory') !== undefined || at(record, 'ExceptionReason') !== undefined)
      this.#readException(record, place);
    else if (at(record, 'LEI') !== undefined || at(record, 'Entity') !== undefined) this.#readLei(record, place);
    else
      this.builder.warn(
        'not-a-record', place, 'This is no record of LEI-CDF, RR-CDF or the reporting exceptions; it was not read.',
        'Correct or remove it.', JSON.stringify(outer),
      );
  }

  #readLei(record: Node, place: string): void {
    const read = readLeiRecord(record, place, this.builder);
    if (!read) return;
    this.builder.addEntity(read.entity, place);
    for (const r of read.relationships)
      this.builder.addRelationship({ id: this.builder.freshRelationshipId(`${r.from}-${r.type}-${r.to}`), ...r }, place);
  }

  #readRelationship(record: Node, place: string): void {
    const read = readRelationshipRecord(record, place, this.builder);
    if (!read) return;
    const id = this.builder.freshRelationshipId(`${read.from}-${String(read.properties?.RelationshipType).slice(0, 60)}-${read.to}`);
    this.builder.addRelationship({ id, ...read }, place);
  }

  /** Why no parent is reported: a claim about the entity, in words, and a property. */
  #readException(record: Node, place: string): void {
    const lei = textAt(record, 'LEI');
    if (lei === undefined) {
      this.builder.warn('missing-id', place, 'This exception has no LEI; it was not read.', 'Correct or remove it.');
      return;
    }
    const category = textAt(record, 'ExceptionCategory') ?? 'UNKNOWN_CATEGORY';
    const reasons = [
      ...listAt(record, 'ExceptionReason', 'ExceptionReason'), ...listAt(record, 'ExceptionReasons', 'ExceptionReason'),
    ].flatMap((one) => textAt(one) ?? []);
    const reference = [
      ...listAt(record, 'ExceptionReference', 'ExceptionReference'), ...listAt(record, 'ExceptionReferences', 'ExceptionReference'),
    ].flatMap((one) => textAt(one) ?? []);
    const known = this.#exceptions.get(lei) ?? { claims: [], texts: [] };
    const words = (code: string) => code.toLowerCase().replaceAll('_', ' ');
    known.claims.push({
      ...claimOf(undefined, `reporting exception ${lei} ${category}`, this.builder),
      statement: `Reports no ${words(category)}: ${reasons.map(words).join(', ') || 'no reason given'}.`,
    });
    known.texts.push(`${category}: ${[...reasons, ...reference].join(', ')}`);
    this.#exceptions.set(lei, known);
  }

  reading(): Reading {
    const byId = new Map(this.builder.entities.map((entity, i) => [entity.id, i]));
    for (const [lei, { claims, texts }] of this.#exceptions) {
      const index = byId.get(lei);
      const entity = index === undefined ? byLeiOnly(lei) : this.builder.entities[index]!;
      const told: Entity = {
        ...entity, claims: [...(entity.claims ?? []), ...claims], properties: { ...entity.properties, reportingExceptions: texts },
      };
      if (index === undefined) this.builder.addEntity(told, 'reporting exceptions');
      else this.builder.entities[index] = told;
    }
    this.#directIsNotIndirect();
    settleShares(this.builder);
    return this.builder.reading({}, byLeiOnly, true);
  }

  /** An ultimate parent that is the direct one too holds nothing through others. */
  #directIsNotIndirect(): void {
    const direct = new Set(
      this.builder.relationships
        .filter((r) => r.properties?.RelationshipType === 'IS_DIRECTLY_CONSOLIDATED_BY')
        .map((r) => `${r.from} ${r.to}`),
    );
    this.builder.relationships.forEach(({ indirect, ...r }, i) => {
      if (indirect && direct.has(`${r.from} ${r.to}`)) this.builder.relationships[i] = r;
    });
  }
}

/** An entity of which the file knows nothing but the LEI. */
function byLeiOnly(lei: string): Entity {
  const isLei = /^[A-Z0-9]{18}\d{2}$/.test(lei);
  return {
    id: lei, type: 'company', name: isLei ? `LEI ${lei}` : lei, ...(isLei ? { identifiers: [{ scheme: 'LEI', value: lei }] } : {}),
    properties: { notInFile: true },
  };
}
