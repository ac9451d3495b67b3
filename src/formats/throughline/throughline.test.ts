import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Dataset, Snapshot } from '../../model';
import { embedInPng, extractFromPng, formatOf, htmlScript, NotAPngError, readFile, svgMetadata, writeDataset, writeSnapshot } from '..';

const golden = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'golden', name)));
const text = (name: string) => new TextDecoder().decode(golden(name));
const bytes = (content: string) => new TextEncoder().encode(content);

describe('a dataset file', () => {
  test('is read whole, with its figures', async () => {
    const { kind, format, dataset, report } = await readFile(golden('harbour.json'));
    expect({ kind, format }).toEqual({ kind: 'dataset', format: 'throughline' });
    expect(report).toMatchObject({ entities: 3, relationships: 2, claims: 4, sources: 2 });
    expect(report.issues).toEqual([]);
    expect(dataset!.entities[0]!.properties).toEqual({ 'dotted.key[0]': 'kept', count: 3, live: true, none: null, list: ['a', 1] });
  });

  test('is written as it was, byte for byte, however the objects were built', async () => {
    const { dataset } = await readFile(golden('harbour.json'));
    expect(writeDataset(dataset!)).toBe(text('harbour.json'));
    expect(writeDataset(withKeysReversed(dataset!) as Dataset)).toBe(text('harbour.json'));
    expect(new TextDecoder().decode((await formatOf('throughline')!.write!(dataset!)).bytes)).toBe(text('harbour.json'));
  });

  test('is read the same from UTF-16 and with a byte order mark', async () => {
    const { dataset } = await readFile(golden('harbour.json'));
    const le = new Uint8Array(Buffer.from(text('harbour.json'), 'utf16le'));
    const be = new Uint8Array(Buffer.from(le).swap16());
    for (const variant of [
      bytes(`\uFEFF${text('harbour.json')}`), le, be, Uint8Array.of(0xff, 0xfe, ...le), Uint8Array.of(0xfe, 0xff, ...be),
    ]) {
      expect((await readFile(variant)).dataset).toEqual(dataset);
    }
  });

  test('taken on trust gives the same as one that is checked', async () => {
    const checked = await readFile(golden('harbour.json'));
    expect(await readFile(golden('harbour.json'), { trusted: true })).toEqual(checked);
    expect((await readFile(golden('harbour-snapshot.json'), { trusted: true })).report).toEqual(
      (await readFile(golden('harbour-snapshot.json'))).report,
    );
  });
});

describe('a snapshot', () => {
  test('opens again exactly, and is written as it was', async () => {
    const { kind, format, snapshot, dataset } = await readFile(golden('harbour-snapshot.json'));
    expect({ kind, format }).toEqual({ kind: 'snapshot', format: 'throughline-snapshot' });
    expect(snapshot!.chart.positions['ministry']).toEqual({ x: 480.25, y: -3 });
    expect(snapshot!.trace!.answer.routes[0]!.entities).toEqual(['quayside', 'elm-port', 'ministry']);
    expect(dataset).toBe(snapshot!.dataset);
    expect(writeSnapshot(snapshot!)).toBe(text('harbour-snapshot.json'));
    expect(writeSnapshot(withKeysReversed(snapshot!) as Snapshot)).toBe(text('harbour-snapshot.json'));
  });

  test.each(['png', 'svg', 'html'])('is carried by a %s file and opens again exactly', async (extension) => {
    const carried = await readFile(golden(`harbour-snapshot.${extension}`));
    expect(carried.format).toBe(`throughline-${extension}`);
    expect(carried.report.issues).toEqual([]);
    expect(carried.snapshot).toEqual((await readFile(golden('harbour-snapshot.json'))).snapshot);
  });

  test('whose text would be markup changes nothing in the file around it', async () => {
    const { snapshot } = await readFile(golden('harbour-snapshot.json'));
    const title = '</script><script>alert(1)</script></metadata>&amp;&#x3c;<!-- \r\n ]]>';
    const json = writeSnapshot({ ...snapshot!, title });
    expect(htmlScript(json).match(/<\/script/g)).toHaveLength(1);
    expect(svgMetadata(json).match(/[<>]/g)).toHaveLength(4);
    for (const file of [`<!doctype html><p>${htmlScript(json)}`, `<svg>${svgMetadata(json)}</svg>`]) {
      expect((await readFile(bytes(file))).snapshot!.title).toBe(title);
    }
  });

  test('is found in an SVG that an editor saved again', async () => {
    const json = text('harbour-snapshot.json');
    const edited = `<!-- made elsewhere -->\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg><metadata id="other">{}</metadata>\n<metadata\n`
      + `  class="a"\n  id='throughline-snapshot'><![CDATA[${json}]]></metadata></svg>`;
    const escaped = `<svg><metadata id="throughline-snapshot">`
      + `${json.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</metadata></svg>`;
    for (const file of [edited, escaped]) expect((await readFile(bytes(file))).snapshot!.origin.id).toBe('harbour');
  });

  test('put into a picture a second time takes the place of the first', () => {
    const twice = embedInPng(embedInPng(golden('plain.png'), '{"first":1}'), '{"second":2}');
    expect(twice).toEqual(embedInPng(golden('plain.png'), '{"second":2}'));
    expect(extractFromPng(twice)).toEqual({ json: '{"second":2}' });
  });

  test('is not put into what is no whole picture', () => {
    expect(() => embedInPng(bytes('GIF89a'), '{}')).toThrow(NotAPngError);
    expect(() => embedInPng(golden('plain.png').subarray(0, 40), '{}')).toThrow(NotAPngError);
  });
});

/** The same data with the keys of every object in the opposite order. */
function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, withKeysReversed(inner)]));
}
