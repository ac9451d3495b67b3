import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routeQuestion, type Dataset } from '../model';
import { openPackedStore, packDataset } from '../store';
import { sinkInMemory } from '../store/testing/sinkInMemory';
import { bytesAtHand } from './byteSource';
import type { Directory } from './directory';
import { PackedFileError } from './packedFileError';
import { preambleBytes, preambleOf, PREAMBLE_BYTES, VERSION } from './preamble';
import { xxHash32 } from './xxHash32';

const many = 70;
const data: Dataset = {
  format: 'throughline/1', id: 'harbour', title: 'Harbours', sources: [{ id: 's', title: 'S', publisher: 'P', kind: 'registry' }],
  entities: Array.from({ length: many }, (_, i) => ({
    id: `e${i}`, type: 'company', name: `Harbour ${i}`, ...(i % 3 === 0 ? { aliases: [`Port ${i}`], start: '1990' } : {}),
  })),
  relationships: Array.from({ length: many * 2 }, (_, i) => ({
    id: `r${i}`, type: 'owns', from: `e${i % many}`, to: `e${(i * 7 + 1) % many}`, start: String(1990 + (i % 9)), share: i % 50,
    claims: [{ source: 's', stance: i % 5 === 0 ? 'alleges' : 'asserts', ...(i % 4 === 0 ? { statement: 'So it says.' } : {}) }],
  })),
};

async function packed(): Promise<Uint8Array> {
  const sink = sinkInMemory();
  await packDataset(data, sink);
  return sink.bytes();
}

const whole = await packed();

/** All that a file has to tell. */
async function told(bytes: Uint8Array): Promise<unknown> {
  const store = await openPackedStore(bytesAtHand(bytes));
  return [
    await store.part({ ids: 'all' }), await store.search({ text: 'harbour 7' }),
    await store.routes(routeQuestion.parse({ from: 'e0', to: 'e5' })), await store.relationships({ ids: ['r5'] }), await store.overview(),
  ];
}

const right = await told(whole);

/** The file with another directory, or other bytes of a section, and checksums that fit all the same. */
function resealed(change: (directory: Directory, bytes: Uint8Array) => unknown): Uint8Array {
  const { directoryAt, directoryBytes } = preambleOf(whole.subarray(0, PREAMBLE_BYTES), whole.length);
  const body = whole.slice(0, directoryAt);
  const directory = JSON.parse(new TextDecoder().decode(whole.subarray(directoryAt, directoryAt + directoryBytes))) as Directory;
  const changed = change(directory, body) ?? directory;
  const written = new TextEncoder().encode(JSON.stringify(changed));
  body.set(
    preambleBytes({
      directoryAt, directoryBytes: written.length, directoryChecksum: xxHash32(written), size: directoryAt + written.length,
    }),
  );
  return Uint8Array.from([...body, ...written]);
}

/** Whether a file was refused; it throws where it gave another answer than it should, or failed in another way. */
async function refused(bytes: Uint8Array): Promise<boolean> {
  try {
    expect(await told(bytes)).toEqual(right);
    return false;
  } catch (error) {
    if (!(error instanceof PackedFileError)) throw error;
    expect(error.message).toContain(error.fault === 'damaged' ? error.at : '');
    return true;
  }
}

test('a bit that is turned anywhere is found out', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const damaged = whole.slice();
      damaged[at]! ^= 1 << bit;
      expect(await refused(damaged)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('a file that breaks off, or goes on, is refused with where', async () => {
  await fc.assert(fc.asyncProperty(fc.nat(whole.length - 1), async (length) => {
    expect(await refused(whole.slice(0, length))).toBe(true);
  }), { numRuns: 60 });
  await expect(told(whole.slice(0, 5000))).rejects.toThrow(`breaks off after 5000 of ${whole.length} bytes`);
  await expect(told(Uint8Array.from([...whole, 0]))).rejects.toThrow('1 bytes follow its end');
  await expect(told(new Uint8Array())).rejects.toThrow('no packed dataset');
  await expect(told(new TextEncoder().encode('{"format":"throughline/1"}'))).rejects.toThrow('no packed dataset');
});

test('a later version says so', async () => {
  const later = whole.slice();
  new DataView(later.buffer).setUint32(8, VERSION + 1, true);
  new DataView(later.buffer).setUint32(60, xxHash32(later.subarray(0, 60)), true);
  await expect(told(later)).rejects.toMatchObject({ fault: 'newer-version', message: expect.stringContaining(`version ${VERSION + 1}`) });
});

test('a type or a section that a later version has is told apart from damage', async () => {
  const otherType = resealed((d) => ({
    ...d, codes: { ...d.codes, entityTypes: d.codes.entityTypes.map((type) => (type === 'company' ? 'syndicate' : type)) },
  }));
  await expect(told(otherType)).rejects.toMatchObject({ fault: 'newer-version', message: expect.stringContaining('"syndicate"') });
  expect(await refused(resealed((d) => ({ ...d, sections: { ...d.sections, timetable: d.sections.intervals } })))).toBe(false);
});

/** The file with another text in a section of JSON that is not longer. */
function rewritten(name: string, change: (value: never) => unknown): Uint8Array {
  return resealed((d, bytes) => {
    const section = d.sections[name]!;
    const part = bytes.subarray(section.at, section.at + section.bytes);
    const text = new TextEncoder().encode(JSON.stringify(change(JSON.parse(new TextDecoder().decode(part)) as never)));
    part.fill(0x20);
    part.set(text);
    section.checksum = xxHash32(part);
    return d;
  });
}

test('an overview that does not fit the records is refused, and one by other rules is made anew', async () => {
  type Kept = { rules: number; overview: { groups: { entities: number; members: string[] }[] } };
  const refusal = { fault: 'damaged', at: 'section "overview"' };
  const more = rewritten('overview', (kept: Kept) => (kept.overview.groups[0]!.entities--, kept));
  await expect(told(more)).rejects.toMatchObject(refusal);
  const stranger = rewritten('overview', (kept: Kept) => (kept.overview.groups[0]!.members[0] = 'e', kept));
  await expect(told(stranger)).rejects.toMatchObject(refusal);
  await expect(told(rewritten('overview', () => ({})))).rejects.toMatchObject(refusal);
  expect(await refused(rewritten('overview', () => ({ rules: 2, overview: 'by later rules' })))).toBe(false);
});

test('a list of types that has grown since is read by the names of the types', async () => {
  const { entityTypes } = (JSON.parse(new TextDecoder().decode(whole.subarray(preambleOf(whole, whole.length).directoryAt))) as Directory)
    .codes;
  const company = entityTypes.indexOf('company');
  const before = ['company', ...entityTypes.filter((type) => type !== 'company')];
  const file = resealed((d, bytes) => {
    const section = d.sections['entities.types']!;
    const codes = bytes.subarray(section.at, section.at + section.bytes);
    expect(new Set(codes)).toEqual(new Set([company]));
    codes.fill(0);
    section.checksum = xxHash32(codes);
    return { ...d, codes: { ...d.codes, entityTypes: before } };
  });
  expect(await refused(file)).toBe(false);
});

test('lies in the directory are refused or change nothing, whatever they are', async () => {
  const number = fc.oneof(
    fc.nat(whole.length * 2), fc.constantFrom(-1, 0, 1, 2 ** 31, 2 ** 53, 1e300, 0.5), fc.constantFrom('', null, [], {}),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(), number, async (which, lie) => {
      const file = resealed((directory) => {
        const places: (() => void)[] = [];
        const gather = (value: object) => {
          for (const [key, inner] of Object.entries(value)) {
            if (typeof inner === 'number') places.push(() => ((value as Record<string, unknown>)[key] = lie));
            else if (typeof inner === 'object' && inner !== null) gather(inner as object);
          }
        };
        gather(directory);
        places[which % places.length]!();
      });
      // Figures that nothing contradicts are told as they are; no record depends on them.
      await refused(file);
    }),
    { numRuns: 120 },
  );
});

test('numbers in columns that lie, with checksums that fit, are refused or read as what they say; nothing fails otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(255), async (which, where, value) => {
      const file = resealed((directory, bytes) => {
        const section = Object.values(directory.sections)[which % Object.keys(directory.sections).length]!;
        const part = bytes.subarray(section.at, section.at + section.bytes);
        if (part.length > 0) part[where % part.length] = value;
        section.checksum = xxHash32(part);
      });
      try {
        await told(file);
      } catch (error) {
        // An id that is another now is one that the question names in vain.
        if (!(error instanceof PackedFileError)) expect((error as Error).name).toBe('UnknownEntityError');
      }
    }),
    { numRuns: 150 },
  );
});
