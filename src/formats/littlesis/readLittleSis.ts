import type { Reading, ReadOptions } from '../format';
import { asList, asObject, asText, type Json, jsonRecords } from '../records';
import { decodeLeniently } from '../text';
import { DatasetBuilder, type Head, settleShares } from '../builder';
import { RecordReader } from './readRecord';
import { mapIn, MapReader } from './readMap';

/**
 * Reads Oligrapher maps (of versions 2 and 3) and records of the LittleSis database: answers of its API, its bulk data, lists of entities.
 */
export async function readLittleSis(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const builder = new DatasetBuilder('littlesis', options);
  const { text, issue } = decodeLeniently(bytes);
  if (issue) builder.add(issue);
  const reader = new LittleSisReader(builder);
  for (const record of jsonRecords(text)) {
    if (record.issue) builder.add(record.issue);
    if (record.value !== undefined) await reader.read(record.value, record.at);
    await builder.nextTurn(record.offset / text.length);
  }
  settleShares(builder);
  options.onProgress?.(1);
  return reader.reading();
}

/** Tells maps from records and unpacks what holds several of either. */
class LittleSisReader {
  readonly #records: RecordReader;
  #head: Head = {};

  constructor(readonly builder: DatasetBuilder) {
    this.#records = new RecordReader(builder);
  }

  async read(value: unknown, at: string): Promise<void> {
    const json = asObject(value);
    const map = json && mapIn(json, at);
    if (map) {
      const head = await new MapReader(map, this.builder).read();
      this.#head = { ...head, ...this.#head };
    } else if (json && isEnvelope(json)) await this.#readEnvelope(json, at);
    else this.#records.read(value, at);
  }

  /** An answer of the API: one record or several, with others that they refer to, and the licence. */
  async #readEnvelope(json: Json, at: string): Promise<void> {
    const data = Array.isArray(json.data) ? json.data : [json.data];
    for (const [field, list] of [['data', data], ['included', asList(json.included)]] as const) {
      for (const [i, one] of list.entries()) {
        this.#records.read(one, `${at}.${field}[${i}]`);
        await this.builder.nextTurn(0.5);
      }
    }
    const licence = asText(asObject(json.meta)?.license);
    if (licence !== undefined) this.#head = { ...this.#head, licence };
  }

  reading(): Reading {
    return this.builder.reading(this.#head, (id) => this.#records.standIn(id), this.#records.usesIds);
  }
}

function isEnvelope(json: Json): boolean {
  return Array.isArray(json.data) || asObject(json.data)?.attributes !== undefined;
}
