import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nodeAssets } from '../../cli/nodeAssets';
import { buildIndex, compileFilter } from '../../graph';
import { buildScene } from '../../drawing';
import {
  dataset as datasetSchema, readSnapshot, statusOf, idsOf, recordsOf, admissionBy, type Dataset, type Relationship, type Route, type Status,
} from '../../model';
import { renderSnapshot } from '../../publish';
import { markdownText } from '../../publish/brief/markdownText';
import { snapshotContent, snapshotScene } from '../../publish/snapshot/snapshotContent';
import { sentencesOf } from '../../wording';
import { chartOf, EMPTY_DOCUMENT } from '../chart';
import { initialState } from '../initialState';
import { chartSentences, drawnPart, drawnUnder, inspected, legend, lookup, tableRows, visiblePart } from '../selectors';
import type { WorkspaceState } from '../state';
import { snapshotOf } from '.';

const bundled: Dataset = datasetSchema.parse(JSON.parse(await readFile('graph-data/north-korea-telecom.json', 'utf8')));
const assets = await nodeAssets();
const sourceOf = (id: string) => bundled.sources.find((s) => s.id === id);
const title = (id: string) => sourceOf(id)!.title;
const cited = (r: Relationship) => [...new Set(r.claims.map((c) => c.source))];
const cases = bundled.relationships.filter((r) => r.from !== r.to).flatMap((r) => cited(r).map((aside) => ({ r, aside })));

/** What is left of a tie's claims, computed here anew: those of the other sources, or all of them where there is no other. */
function expected(r: Relationship, aside: string): { status: Status; falls: boolean; sources: number } {
  const left = r.claims.filter((c) => c.source !== aside);
  return {
    status: statusOf(left.length > 0 ? left : r.claims, sourceOf), falls: left.length === 0,
    sources: new Set(left.map((c) => c.source)).size,
  };
}

/**
 * Two entities and their tie on the chart, on a highlighted route so that it is drawn whatever falls;
 * the source set aside by the filter or to see what falls.
 */
function stateOf(r: Relationship, aside: string, by: 'filter' | 'trace'): WorkspaceState {
  const entities = bundled.entities.filter((e) => e.id === r.from || e.id === r.to);
  const part = { entities, relationships: [r], sources: bundled.sources };
  const state = initialState();
  const status = expected(r, aside).status;
  const hop = {
    from: r.from, to: r.to, status,
    relationships: [{ id: r.id, type: r.type, from: r.from, to: r.to, status, forward: true, sources: 0, publishers: [] }],
  };
  const route: Route = {
    entities: [r.from, r.to], hops: [hop], length: 1, strength: status, weakest: 0, together: { answer: 'possibly', periods: [] },
  };
  const filter = { withoutSources: [aside] };
  return {
    ...state,
    dataset: { description: { id: bundled.id, title: bundled.title, entities: 2, relationships: 1, sources: 1, claims: 1 } as never },
    records: recordsOf(part),
    chart: {
      ...chartOf(EMPTY_DOCUMENT, part),
      positions: new Map([
        [r.from, { x: 0, y: 0 }], [r.to, { x: 600, y: 0 }],
      ]),
      filter: by === 'filter' ? filter : {},
    },
    selection: { kind: 'relationship', id: r.id },
    trace: {
      ...state.trace, question: { ...state.trace.question, from: r.from, to: r.to, filter }, phase: 'answered',
      answer: { from: r.from, to: r.to, routes: [route], complete: true, excluded: { status: 0, period: 0, type: 0, source: 0 } },
      active: 0, named: idsOf(part),
    },
  };
}

function sceneOf(state: WorkspaceState) {
  return buildScene({ part: drawnPart(state).part, positions: state.chart.positions, filter: drawnUnder(state) });
}

test('the bundled case has ties of every kind to try', () => {
  expect(cases.length).toBeGreaterThan(150);
  expect(cases.filter(({ r, aside }) => expected(r, aside).falls).length).toBeGreaterThan(20);
});

test.each(['filter', 'trace'] as const)(
  'whatever source is set aside by the %s, the whole screen says one thing of a tie',
  { timeout: 180_000 },
  (by) => {
    for (const { r, aside } of cases) {
      const state = stateOf(r, aside, by);
      const { status, sources } = expected(r, aside);
      const looked = inspected(state);
      const said = {
        chart: visiblePart(state).statuses.get(r.id), table: tableRows(state).relationships[0]!.status, lookup: lookup(state).status(r),
        inspector: looked?.kind === 'relationship' ? looked.status : undefined, scene: sceneOf(state).lines[0]!.status,
        legend: legend(state).statuses[0],
        card: sentencesOf({ entities: [], relationships: [r], sources: bundled.sources }, { filter: state.trace.question.filter }).statusOf(
          r.id,
        ),
      };
      expect({ tie: r.id, ...said }).toEqual({ tie: r.id, ...Object.fromEntries(Object.keys(said).map((place) => [place, status])) });
      expect(tableRows(state).relationships[0]!.sources).toBe(sources);
      expect(looked!.claims.map((c) => c.aside)).toEqual(r.claims.map((c) => c.source === aside));
      const hedged =
        status === 'alleged'
          ? 'allegedly'
          : status === 'reading'
            ? 'in our reading'
            : status === 'disputed' || status === 'denied'
              ? status
              : '';
      expect(chartSentences(state).entities[0]!.ties[0]!.sentence).toContain(hedged);
    }
  },
);

test.each(['filter', 'trace'] as const)(
  'whatever source is set aside by the %s, every picture, page and brief says the same, and cites it nowhere',
  { timeout: 180_000 },
  (by) => {
    for (const { r, aside } of cases) {
      const { status, falls } = expected(r, aside);
      const snapshot = snapshotOf(stateOf(r, aside, by));
      expect(readSnapshot(snapshot).issues.filter((i) => i.severity === 'error')).toEqual([]);
      const content = snapshotContent(snapshot);
      expect([r.id, content.sentences.statusOf(r.id), snapshotScene(content).lines[0]!.status]).toEqual([r.id, status, status]);
      expect(content.footnotes.list.map((n) => n.sourceId)).not.toContain(aside);
      if (!falls) expect(JSON.stringify(snapshot.dataset.relationships)).not.toContain(`"source":"${aside}"`);
    }
  },
);

test('the words of brief and page hold the status that is left, and no source that is out', { timeout: 180_000 }, async () => {
  const text = async (r: Relationship, aside: string, kind: 'md' | 'html') =>
    new TextDecoder().decode(await renderSnapshot(snapshotOf(stateOf(r, aside, 'filter')), kind, { assets: { ...assets, fonts: [] } }));
  for (const { r, aside } of cases.filter((_, i) => i % 7 === 0)) {
    const { status } = expected(r, aside);
    const brief = await text(r, aside, 'md');
    expect(brief).toContain(`*${status}*`);
    expect(brief.split('## Sources')[1] ?? '').not.toContain(markdownText(`“${title(aside)}”`));
    const page = await text(r, aside, 'html');
    expect(page.split('<section id="relationships">')[1]!.split('</article>')[0]).toContain(`<span class="badge ${status}">`);
    expect([...page.matchAll(/<ol class="sources">[\s\S]*<\/ol>/g)].join('')).not.toContain(`“${title(aside)}`);
  }
});

test('the index, and the judge of single records, agree with it', () => {
  const index = buildIndex(bundled);
  const at = new Map(bundled.relationships.map((r, i) => [r.id, i]));
  for (const source of bundled.sources) {
    const filter = {
      withoutSources: [source.id], statuses: ['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied'] as Status[],
    };
    const { verdicts } = compileFilter(index, filter);
    const judge = admissionBy(filter, sourceOf, () => undefined);
    for (const { r, aside } of cases) {
      if (aside !== source.id) continue;
      const { status, falls } = expected(r, aside);
      expect(judge(r)).toMatchObject({ status, ...(falls ? { out: 'source' } : {}) });
      expect(verdicts[at.get(r.id)!]).toBe(falls ? 19 : filter.statuses.indexOf(status));
    }
  }
});
