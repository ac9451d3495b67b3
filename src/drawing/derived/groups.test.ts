import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { statusReader, type ChartGroup, type Claim, type DatasetPart, type Entity, type Relationship } from '../../model';
import { buildScene } from '../scene/index';
import { drawnOf, sceneInputOf, type ChartView } from './chartView';
import { groupBox } from './groups';

const entity = (id: string, type: Entity['type'] = 'company'): Entity => ({ id, type, name: id.toUpperCase() });
const claim = (stance: Claim['stance'], source = 's'): Claim => ({ source, stance });
const tie = (
  id: string, from: string, to: string, claims: Claim[] = [claim('asserts')], more: Partial<Relationship> = {},
): Relationship => ({
  id, type: 'owns', from, to, claims, ...more,
});
const sources = ['s', 't'].map((id) => ({ id, title: id, publisher: id, kind: 'news' as const }));
const part: DatasetPart = {
  sources, entities: ['a', 'b', 'c', 'd', 'e'].map((id) => entity(id, id === 'c' ? 'person' : 'company')),
  relationships: [
    tie('ab', 'a', 'b'), tie('ad', 'a', 'd'), tie('bd', 'b', 'd'), tie('cd', 'c', 'd', [claim('alleges')]),
    tie('cd2', 'c', 'd', [claim('alleges')], { type: 'supplies' }), tie('ae', 'a', 'e', [claim('denies')]), tie('de', 'd', 'e'),
  ],
};
const positions = new Map(part.entities.map((e, i) => [e.id, { x: i * 300, y: (i % 2) * 200 }]));
const abc: ChartGroup = { id: 'g', name: 'Holders', members: ['a', 'b', 'c'], closed: true, colour: 'group2' };
const view = (groups: ChartGroup[], more: Partial<ChartView> = {}): ChartView => ({
  part, positions, pinned: new Set(), joined: new Map(), ventures: new Map(), filter: {}, groups, ...more,
});
const scene = (groups: ChartGroup[], more: Partial<ChartView> = {}) => buildScene(sceneInputOf(view(groups, more)));

describe('a closed group', () => {
  test('stands for its members as one box in their middle, which says how many they are', () => {
    const { boxes } = scene([abc]);
    expect(boxes.map((b) => b.entity)).toEqual(['d', 'e', groupBox(abc)]);
    expect(boxes[2]).toMatchObject({ x: 300, y: 67, group: { members: 3, colour: 'group2', mixed: true }, shape: 'rounded' });
    expect(boxes[2]!.sentence).toBe('Holders, group of 3 entities: 2 companies, 1 person; among them 1 tie.');
  });

  test('has ties of one status in one line that says how many, and never an allegation in one with a report', () => {
    const { lines } = scene([abc]);
    expect(lines.map(({ from, to, status, bundled, relationship }) => [from, to, status, bundled ?? relationship]).sort()).toEqual([
      ['d', 'e', 'reported', 'de'],
      ['reckoned:group:g', 'd', 'alleged', 2],
      ['reckoned:group:g', 'd', 'reported', 2],
      ['reckoned:group:g', 'e', 'denied', 'ae'],
    ]);
    expect(lines.find((l) => l.bundled && l.status === 'reported')).toMatchObject({ family: 'ownership', arrow: true });
    expect(lines.find((l) => l.bundled && l.status === 'alleged')).toMatchObject({ family: 'other' });
  });

  test('of a highlighted route that runs through it the box and the line are highlighted', () => {
    const route = {
      entities: ['c', 'd'], hops: [{ from: 'c', to: 'd', relationships: [{ id: 'cd', forward: true }], status: 'alleged' as const }],
    } as unknown as NonNullable<ChartView['route']>;
    const { boxes, lines } = scene([abc], { route });
    expect(boxes.filter((b) => b.emphasis === 'route').map((b) => b.entity)).toEqual(['d', groupBox(abc)]);
    expect(lines.filter((l) => l.emphasis === 'route').map((l) => l.status)).toEqual(['alleged']);
  });

  test('whose members are all filtered out is not drawn, and a member that is not counts no more', () => {
    const few = { ...part, entities: part.entities.slice(3), relationships: part.relationships.slice(6) };
    expect(scene([abc], { part: few }).boxes.map((b) => b.entity)).toEqual(['d', 'e']);
    const one = { ...part, entities: [part.entities[0]!, ...part.entities.slice(3)], relationships: [part.relationships[1]!] };
    expect(scene([abc], { part: one }).boxes.at(-1)!.sentence).toBe('Holders, group of 1 entity: 1 company; 2 more are not drawn.');
  });
});

describe('an open group', () => {
  const open: ChartGroup = { id: 'g', name: 'Holders', members: ['a', 'b'] };

  test('is an outline with its name around its members, who are drawn as ever', () => {
    const { enclosures, boxes, lines } = scene([open]);
    expect(boxes).toHaveLength(5);
    expect(lines.map((l) => l.relationship)).toEqual(part.relationships.map((r) => r.id));
    expect(enclosures).toMatchObject([{ group: { label: { text: 'Holders' } } }]);
  });

  test('whose outline would hold others is outlined box by box, each with the name', () => {
    const between = { ...open, members: ['a', 'e'] };
    const line = new Map([...positions].map(([id, { x }]) => [id, { x, y: 0 }]));
    const { enclosures } = scene([between], { positions: line });
    expect(enclosures!.map((e) => e.alone)).toEqual([true, true]);
    expect(enclosures!.every((e) => e.group)).toBe(true);
  });
});

const ids = part.entities.map((e) => e.id);
const anyTies = fc.array(
  fc.record({
    from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), stance: fc.constantFrom('asserts', 'alleges', 'denies', 'questions'),
    source: fc.constantFrom('s', 't'), type: fc.constantFrom('owns', 'supplies', 'partnersWith'),
  }),
  { maxLength: 25 },
);
const anyGroups = fc.array(
  fc.record({ members: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }), closed: fc.boolean() }), { maxLength: 4 },
);

test('whatever is grouped, every tie is drawn in one line of its own status or inside one box, and every entity stands somewhere', () => {
  fc.assert(fc.property(anyTies, anyGroups, (some, made) => {
    const relationships = some.map(({ stance, source, ...r }, i) => ({ ...r, id: `r${i}`, claims: [claim(stance, source)] }));
    const groups = made.map((g, i): ChartGroup => ({ ...g, id: `g${i}`, name: `Group ${i}` }));
    const whole = { ...part, relationships };
    const drawn = drawnOf(view(groups, { part: whole }));
    const inBoxes = [...(drawn.groups?.values() ?? [])].flatMap((g) => g.members);
    const alone = drawn.part.entities.map((e) => e.id).filter((id) => !drawn.groups?.has(id));
    expect([...inBoxes, ...alone].sort()).toEqual([...ids].sort());
    const statusOf = statusReader(sources, {});
    const boxOf = (id: string) => [...(drawn.groups ?? [])].find(([, g]) => g.members.includes(id))?.[0] ?? id;
    const said = drawn.part.relationships.flatMap((line) => {
      const bundle = drawn.bundles?.get(line.id)?.relationships ?? [line];
      for (const r of bundle) expect([statusOf(r), r.from === r.to]).toEqual([statusOf(line), line.from === line.to]);
      return bundle.map((r) => r.id);
    });
    const inside = relationships.filter((r) => boxOf(r.from) === boxOf(r.to) && boxOf(r.from) !== r.from).map((r) => r.id);
    expect([...said, ...inside].sort()).toEqual(relationships.map((r) => r.id).sort());
  }));
});
