import { describe, expect, test } from 'vitest';
import { readFile } from '../../formats';
import { bytesAtHand } from '../../packed';
import { openPackedStore, packDataset } from '../../store';
import { sinkInMemory } from '../../store/testing/sinkInMemory';
import { begin } from '../testing/begin';
import { smallCase } from '../testing/smallCase';
import { memoryKeep, testPlatform } from '../testing/testPlatform';
import type { GraphStore } from '../../store';

async function beginCase(platform = testPlatform()) {
  const begun = await begin(platform);
  await begun.workspace.run('newCase', 'My case');
  await begun.workspace.run('enterSource', { text: 'Annual report 2008, Orascom', fields: { kind: 'filing' } });
  const enter = (text: string) => begun.workspace.run('enterClaim', text);
  const ties = () => [...begun.state().chart.relationships].map((id) => begun.state().records.relationships.get(id)!);
  const sentences = () => ties().map((r) => `${r.from} ${r.type} ${r.to}`);
  return { ...begun, enter, ties, sentences };
}

/** A store whose answers about entities wait while it is held; after `fail` it gives none. */
function heldStore() {
  let gate: Promise<unknown> = Promise.resolve();
  let open = (): void => undefined;
  return {
    wrap: (store: GraphStore): GraphStore =>
      new Proxy(store, {
        get: (target, name) => {
          const own: unknown = Reflect.get(target, name, target);
          if (typeof own !== 'function') return own;
          const ask = own.bind(target) as (...args: unknown[]) => unknown;
          return name === 'search' || name === 'entities' ? async (...args: unknown[]) => (await gate, ask(...args)) : ask;
        },
      }),
    hold: () => void (gate = new Promise<void>((resolve) => (open = resolve))),
    release: () => open(),
    fail: () => {
      gate = Promise.reject(new Error('The store is gone.'));
      gate.catch(() => undefined);
    },
  };
}

/** A method of a store as its own, whoever calls it. */
function methodOf(store: object, name: string): unknown {
  const value = Reflect.get(store, name) as unknown;
  return typeof value === 'function' ? (value.bind(store) as unknown) : value;
}

describe('a case of one’s own', () => {
  test('begins empty, asks for a source, and keeps what is typed as one step each', async () => {
    const { state, enter, sentences, workspace } = await beginCase();
    expect(state().dataset!.description).toMatchObject({ title: 'My case', entities: 0 });
    const line = 'Orascom Ltd owns Koryolink 75 % 2008-12..2015 p. 4 "holds 75 percent"';
    await workspace.run('typeLine', { text: line, caret: line.length });
    await enter(line);
    expect(sentences()).toEqual(['orascom-ltd owns koryolink']);
    expect(state().records.relationships.get('orascom-ltd-owns-koryolink')).toMatchObject({
      share: 75, claims: [{ stance: 'asserts', locator: 'p. 4', quote: 'holds 75 percent' }],
    });
    expect([...state().chart.positions.keys()]).toEqual(['orascom-ltd', 'koryolink']);
    expect(state().entry.text).toBe('Orascom Ltd ');
    expect(state().selection).toEqual({ kind: 'relationship', id: 'orascom-ltd-owns-koryolink' });
    expect(state().dataset!.description).toMatchObject({ entities: 2, relationships: 1, sources: 1 });
    await workspace.run('undo');
    expect([state().edits.size, state().chart.entities.size]).toEqual([0, 0]);
    expect(state().dataset!.description).toMatchObject({ entities: 0, relationships: 0, sources: 0 });
    await workspace.run('redo');
    expect(sentences()).toEqual(['orascom-ltd owns koryolink']);
  });

  test('knows at once whom it entered, by any case of the letters, and gives the tie that is there the claim', async () => {
    const { state, enter, ties, workspace } = await beginCase();
    await enter('Orascom Ltd owns Koryolink 75 %');
    await workspace.run('enterSource', { text: 'Cairo visit, Al-Ahram', fields: { kind: 'news' } });
    await enter('KORYOLINK is owned by orascom ltd 2008 alleged');
    expect(state().chart.entities.size).toBe(2);
    expect(ties()).toMatchObject([{ share: 75, start: '2008', claims: [{ stance: 'asserts' }, { stance: 'alleges' }] }]);
  });

  test('tells what a line contradicts, and enters it', async () => {
    const { state, enter, workspace } = await beginCase();
    await enter('Orascom Ltd owns Koryolink 75 %');
    await workspace.run('typeLine', { text: 'KPTC owns Koryolink 20 % 2009..2008', caret: 10 });
    expect(state().entry.preview!.contradicts).toEqual(['It ends before it starts.']);
    await workspace.run('typeLine', { text: 'KPTC owns Koryolink 30 %', caret: 10 });
    expect(state().entry.preview!.contradicts).toEqual([
      expect.stringMatching(/^The shares in “Koryolink” at one time add up to more than 100 %/),
    ]);
    await enter('KPTC owns Koryolink 30 %');
    expect(state().chart.relationships.size).toBe(2);
  });

  test('asks once about what is not understood, and never enters without a source', async () => {
    const { state, enter, workspace } = await beginCase();
    await enter('Orascom Ltd supplies Koryolink');
    await enter('Orascom Ltd owns Koryolink roughly 75 %');
    expect([state().chart.relationships.size, state().entry.confirm, state().entry.line!.doubts.length]).toEqual([1, true, 1]);
    await enter('Orascom Ltd owns Koryolink roughly 75 %');
    expect(state().chart.relationships.size).toBe(2);
    await workspace.run('dropSource');
    await enter('Orascom Ltd builds Koryolink');
    expect(state().chart.relationships.size).toBe(2);
    expect(state().notices.at(-1)!.text).toContain('Name the source first');
  });

  test('takes lines as fast as they are typed: the field is free at once, and nothing that is typed meanwhile is lost', async () => {
    const { state, enter, workspace } = await beginCase();
    const first = enter('Orascom Ltd owns Koryolink 75 %');
    expect(state().entry.text).toBe('');
    const second = enter('Orascom Ltd supplies Koryolink');
    const typing = workspace.run('typeLine', { text: 'KPTC ow', caret: 7 });
    await Promise.all([first, second, typing]);
    expect(state().entry.text).toBe('KPTC ow');
    expect([state().chart.entities.size, state().chart.relationships.size]).toEqual([2, 2]);
    await workspace.run('typeLine', { text: '', caret: 0 });
    await enter('Orascom Ltd eats Koryolink');
    expect(state().entry.text).toBe('Orascom Ltd eats Koryolink');
  });

  test('puts the first name back at Enter alone, so that what is typed while the store is asked is joined to nothing', async () => {
    const slow = heldStore();
    const { state, enter, workspace } = await beginCase(testPlatform({ wrap: slow.wrap }));
    const line = 'Orascom Ltd owns Koryolink 75 %';
    await workspace.run('typeLine', { text: line, caret: line.length });
    slow.hold();
    const read = enter(line);
    expect(state().entry.text).toBe('Orascom Ltd ');
    const unread = enter('Huawei supplies Koryolink');
    expect(state().entry.text).toBe('');
    slow.release();
    await Promise.all([read, unread]);
    expect(state().entry.text).toBe('');
    expect(state().chart.relationships.size).toBe(2);
  });

  test('a line that comes back stands in place of its first name, and never in the field of the source', async () => {
    const slow = heldStore();
    const { state, enter, workspace } = await beginCase(testPlatform({ wrap: slow.wrap }));
    const line = 'Orascom Ltd owns Koryolink 75 %';
    await workspace.run('typeLine', { text: line, caret: line.length });
    slow.fail();
    await enter(line);
    expect(state().entry.text).toBe(line);
    slow.hold();
    const eaten = enter('Orascom Ltd eats Koryolink');
    await workspace.run('addSource');
    slow.release();
    await eaten;
    expect(state().entry).toMatchObject({ open: 'source', text: '' });
    expect(state().notices.at(-1)!.text).toContain('Orascom Ltd eats Koryolink');
  });

  test('is there after a reload, typed up to the last Enter, with its source', async () => {
    const keep = memoryKeep();
    const first = await beginCase(testPlatform({ keep }));
    await first.enter('Orascom Ltd owns Koryolink 75 %');
    await first.enter('KPTC owns Koryolink 25 %');
    expect(first.state().kept).toMatchObject({ phase: 'kept' });
    const again = await begin(testPlatform({ keep }));
    expect([...again.state().chart.entities.keys()].sort()).toEqual(['koryolink', 'kptc', 'orascom-ltd']);
    expect(again.state().dataset!.description).toMatchObject({ title: 'My case', entities: 3, relationships: 2, sources: 1 });
    expect(again.state().entry.source).toMatchObject({ title: 'Annual report 2008' });
    await again.workspace.run('enterClaim', 'Orascom Ltd supplies KPTC');
    expect(again.state().chart.relationships.size).toBe(3);
  });

  test('is saved as a file that opens as it was', async () => {
    const { platform, enter, workspace, state } = await beginCase();
    await enter('Orascom Ltd owns Koryolink 75 %');
    await workspace.run('putNote', { text: 'Ask the register.', entity: 'koryolink' });
    await workspace.run('saveCase');
    const file = platform.saved.at(-1)!;
    expect(file.name).toBe('my-case.case.json');
    const reading = await readFile(new Uint8Array(await file.blob.arrayBuffer()));
    expect(reading.kind).toBe('case');
    expect(reading.dataset).toMatchObject({ title: 'My case', notes: [{ text: 'Ask the register.', entity: 'koryolink' }] });
    const other = await begin();
    await other.workspace.run('openFile', new File([file.blob], file.name));
    expect(other.state().chart.positions).toEqual(state().chart.positions);
    expect([...other.state().notes.values()]).toMatchObject([{ text: 'Ask the register.' }]);
  });

  test('whatever is done, undoing all of it gives the bytes before it', async () => {
    const { platform, enter, workspace, state } = await beginCase();
    await enter('Orascom Ltd owns Koryolink 75 %');
    const saved = async () => {
      await workspace.run('saveCase');
      return platform.saved.at(-1)!.blob.text();
    };
    const before = await saved();
    const steps = state().history.undo.length;
    await enter('KPTC owns Koryolink 25 %');
    await workspace.run('putNote', { text: 'Ask.', entity: 'kptc' });
    await workspace.run('putRecord', { list: 'entities', id: 'kptc', record: { id: 'kptc', type: 'publicBody', name: 'Korea Post' } });
    await workspace.run('deleteRecord', { list: 'entities', id: 'koryolink' });
    await workspace.run('deleteRecord', { list: 'sources', id: state().entry.source!.id });
    const after = await saved();
    expect(after).not.toBe(before);
    while (state().history.undo.length > steps) await workspace.run('undo');
    expect(await saved()).toBe(before);
    while (state().history.redo.length > 0) await workspace.run('redo');
    expect(await saved()).toBe(after);
    expect(state().notices.filter((n) => n.tone === 'error')).toEqual([]);
  });

  test('says what depends on a record before it is taken away', async () => {
    const { enter, workspace, state } = await beginCase();
    await enter('Orascom Ltd owns Koryolink 75 %');
    await enter('KPTC owns Koryolink 25 %');
    await workspace.run('askToDelete', { list: 'entities', id: 'koryolink' });
    expect(state().editing).toMatchObject({ kind: 'delete', says: ['2 relationships with it go too.', '2 claims of sources go with it.'] });
    await workspace.run('askToDelete', { list: 'sources', id: state().entry.source!.id });
    expect(state().editing).toMatchObject({ says: ['2 claims cite it and go with it.', '2 relationships rest on it alone and go too.'] });
    await workspace.run('deleteRecord', { list: 'entities', id: 'koryolink' });
    expect(state().chart.relationships.size).toBe(0);
    expect(state().selection).toBeUndefined();
  });

  test('data that are only read are not changed: it is told, the line comes back and nothing is drawn', async () => {
    const sink = sinkInMemory();
    await packDataset(smallCase, sink);
    const packed = await openPackedStore(bytesAtHand(sink.bytes()));
    const get = (store: typeof packed, name: keyof typeof packed) => (name === 'edit' ? undefined : methodOf(store, name));
    const wrap = () => new Proxy(packed, { get });
    const { workspace, state } = await begin(testPlatform({ wrap }));
    const before = state().chart;
    await workspace.run('enterSource', { text: 'A filing, Register' });
    await workspace.run('enterClaim', 'Huawei supplies Quay Ltd p. 4');
    expect(state().entry.text).toBe('Huawei supplies Quay Ltd p. 4');
    expect([state().chart, state().edits.size, state().history.undo.length]).toEqual([before, 0, 0]);
    expect(state().notices).toMatchObject([{ tone: 'error', text: expect.stringContaining('Data on a server are only read here') }]);
  });

  test('edits stand on a case that came along as well, which stays as it is', async () => {
    const { workspace, state } = await begin();
    const before = state().chart.relationships.size;
    await workspace.run('enterSource', { text: 'A filing, Register' });
    await workspace.run('enterClaim', 'Huawei supplies Quay Ltd p. 4');
    expect(state().chart.relationships.size).toBe(before + 1);
    expect(state().chart.entities.has('quay-ltd')).toBe(true);
    await workspace.run('constrain', { from: 'huawei', to: 'quay-ltd' });
    expect(state().trace.answer!.routes[0]!.entities).toEqual(['huawei', 'quay-ltd']);
  });
});
