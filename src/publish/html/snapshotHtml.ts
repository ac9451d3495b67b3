import { htmlScript } from '../../formats';
import { inTurns, type CallOptions, type Selection } from '../../model';
import { highlightOf, legendItems, legendOf, sceneMarks, type Colour, type LegendItem, type Scene } from '../../drawing';
import { embeddedJson } from '../snapshot/embeddedJson';
import { snapshotSceneSteps, type SnapshotContent } from '../snapshot/snapshotContent';
import { headLines } from '../snapshot/snapshotFrame';
import { escapeXml, marksToSvg, type SnapshotAssets, type SvgThing } from '../svg';
import { entityArticle, relationshipArticle, sourceList } from './evidenceHtml';
import { offlinePage } from './offlinePage';
import { ownershipSection } from './ownershipHtml';
import { pageIds, type PageIds } from './pageIds';
import { routesSection } from './routesHtml';

/**
 * A snapshot as one page that opens from disk with the network off: chart, routes, every claim and source, and the
 * snapshot itself. It reads whole with scripts off; its one script adds panning, zooming and the evidence panel, and the
 * page's policy allows that script, its style sheet and its embedded fonts and nothing else. Same input, same bytes.
 */
export async function snapshotHtml(
  content: SnapshotContent, assets: SnapshotAssets, { signal }: { readonly signal?: CallOptions['signal'] | undefined } = {},
): Promise<string> {
  const scene = await inTurns(snapshotSceneSteps(content, { stressed: false }), signal ? { signal } : {});
  const ids = pageIds(content.part, new Set([...scene.boxes.map((b) => b.entity), ...scene.lines.map((l) => l.relationship)]));
  const body = bodyHtml(content, scene, ids);
  const data = htmlScript(embeddedJson(content.snapshot));
  return offlinePage({ title: content.snapshot.title, body, style: assets.viewerStyle, script: assets.viewerScript, data }, assets);
}

function bodyHtml(content: SnapshotContent, scene: Scene, ids: PageIds): string {
  const { snapshot, part } = content;
  const [shown] = headLines(content).slice(-1);
  return [
    '<header>',
    '<p class="brand">Through<span>line</span></p>',
    `<h1>${escapeXml(snapshot.title)}</h1>`,
    `<p class="facts">${escapeXml(shown!)}</p>`,
    '</header>',
    '<main>',
    '<section class="stage" aria-label="Chart">',
    '<div class="tools" hidden><button type="button" data-do="in" aria-label="Zoom in" title="Zoom in (+)">+</button>'
    + '<button type="button" data-do="out" aria-label="Zoom out" title="Zoom out (−)">−</button><button type="button" data-do="fit" '
    + 'title="Show all (0)">Fit</button></div>',
    `<div class="chart">\n${chartSvg(scene, content, ids)}\n</div>`,
    '<aside class="evidence" hidden aria-label="Evidence"><button type="button" class="close" aria-label="Close" title="Close (Esc)">'
    + '×</button><div class="shown" tabindex="-1"></div></aside>',
    legendList(scene, content),
    '</section>',
    routesSection(content, ids),
    ownershipSection(content, ids),
    '<section id="relationships">',
    '<h2>Relationships and their claims</h2>',
    ...part.relationships.map((r) => relationshipArticle(r, content, ids)),
    '</section>',
    '<section id="entities">',
    '<h2>Entities</h2>',
    ...part.entities.map((e) => entityArticle(e, content, ids)),
    '</section>',
    '<section id="sources">',
    '<h2>Sources</h2>',
    sourceList(content, ids),
    '</section>',
    '</main>',
    `<footer><p class="facts">${snapshot.dataset.licence === undefined ? '' : `${escapeXml(snapshot.dataset.licence)}. `}A claim is what `
    + `a source says, not a fact. This page holds its own data: open it in Throughline to go on from here.</p></footer>`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

const colour = (name: Colour) => `var(--${name})`;

function chartSvg(scene: Scene, content: SnapshotContent, ids: PageIds): string {
  const { x, y, width, height } = scene.bounds;
  const marks = sceneMarks(scene, { titles: content.titles, pointable: true });
  return [
    `<svg class="${highlightOf(content.view) ? 'drawing traced' : 'drawing'}" viewBox="${x} ${y} ${width} ${height}" width="${width}" `
    + `height="${height}" role="group" aria-label="${escapeXml(content.snapshot.title)}">`,
    marksToSvg(marks, { colour, thing: thingOf(content, scene, ids) }),
    '</svg>',
  ].join('\n');
}

/** Ids and links of what is drawn; what is on the active route is lit, the selection chosen, and what has a ring never pale. */
function thingOf(content: SnapshotContent, scene: Scene, ids: PageIds): (of: Selection) => SvgThing {
  const { snapshot } = content;
  const route = highlightOf(content.view);
  const drawn = new Set<string>();
  const lit = { entity: new Set(route?.entities), relationship: new Set(route?.relationships) };
  const ringed = new Set(scene.boxes.filter((b) => b.ring).map((b) => b.entity));
  return (of) => {
    const id = ids.chart(of)!;
    const again = drawn.has(id);
    drawn.add(id);
    const chosen = snapshot.selection?.kind === of.kind && snapshot.selection.id === of.id;
    return {
      ...(again ? { again } : { id }), href: `#${ids.evidence(of)}`,
      classes: [
        ...(lit[of.kind].has(of.id) ? ['lit'] : []), ...(of.kind === 'entity' && ringed.has(of.id) ? ['ringed'] : []),
        ...(chosen ? ['chosen'] : []),
      ],
    };
  };
}

/** The signs as a list that wraps with the window. */
function legendList(scene: Scene, content: SnapshotContent): string {
  const { types, lines } = legendItems({ ...legendOf(scene), route: highlightOf(content.view) !== undefined });
  const item = ({ label, width, sign }: LegendItem) =>
    `<li><svg viewBox="-1 -10 ${width + 2} 20" width="${width + 2}" height="20" aria-hidden="true">`
    + `${marksToSvg(sign(0, 0), { colour })}</svg>${escapeXml(label)}</li>`;
  return [types, lines].filter((l) => l.length > 0).map((list) => `<ul class="signs">\n${list.map(item).join('\n')}\n</ul>`).join('\n');
}
