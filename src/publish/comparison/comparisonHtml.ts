import { inTurns, type CallOptions } from '../../model';
import { legendItems, legendOf, sceneMarks, type Colour, type LegendItem, type Rect, type Scene } from '../../drawing';
import { storyChangeSentences } from '../../wording';
import { offlinePage } from '../html/offlinePage';
import { escapeXml, marksToSvg, type SnapshotAssets } from '../svg';
import type { Comparison } from './comparison';
import { around, sideSteps, type Side } from './comparisonScenes';
import { headLines } from './comparisonPicture';

const colour = (name: Colour) => `var(--${name})`;

/**
 * Two states as one page that opens from disk with the network off and needs no script: both pictures, side by side where there is room,
 * and the sentences of what changed. Same input, same bytes.
 */
export async function comparisonHtml(
  comparison: Comparison, assets: SnapshotAssets, { signal }: { readonly signal?: CallOptions['signal'] | undefined } = {},
): Promise<string> {
  const turns = signal ? { signal } : {};
  const scenes = {
    before: await inTurns(sideSteps(comparison, 'before'), turns), after: await inTurns(sideSteps(comparison, 'after'), turns),
  };
  const bounds = around(scenes.before.bounds, scenes.after.bounds);
  const body = [
    '<header>', '<p class="brand">Through<span>line</span></p>', `<h1>${escapeXml(comparison.title)}</h1>`,
    ...headLines(comparison).map((line) => `<p class="facts">${escapeXml(line)}</p>`),
    ...(comparison.remarks ?? []).map((line) => `<p>${escapeXml(line)}</p>`), '</header>', '<main>',
    '<section class="sides" aria-label="Both states">', sideHtml(comparison, 'before', scenes.before, bounds),
    sideHtml(comparison, 'after', scenes.after, bounds), '</section>', legendList(scenes),
    ...listSection('What changed', comparison.changes.map(({ sentence }) => sentence), 'Nothing that is compared changed.'),
    ...(comparison.routes ? listSection('Routes', comparison.routes) : []),
    ...(comparison.story ? listSection('The story', storyChangeSentences(comparison.story)) : []), '</main>',
    '<footer><p class="facts">A claim is what a source says, not a fact. Made with Throughline.</p></footer>',
  ].join('\n');
  return offlinePage({ title: comparison.title, body, style: STYLE }, assets);
}

function sideHtml({ before, after }: Comparison, side: Side, scene: Scene, { x, y, width, height }: Rect): string {
  const [label, { name }] = side === 'before' ? ['Earlier', before] as const : ['Later', after] as const;
  const marked = [...scene.boxes, ...scene.lines].filter(({ change }) => change !== undefined).length;
  const alt = `${label}: ${name}. ${scene.boxes.length} entities and ${scene.lines.length} relationships, ${marked} of them marked. `
    + 'What changed is told below.';
  return [
    '<figure>', `<figcaption><b>${label}</b> ${escapeXml(name)}</figcaption>`,
    `<svg viewBox="${x} ${y} ${width} ${height}" role="img" aria-label="${escapeXml(alt)}">`,
    marksToSvg(sceneMarks(scene, { titles: { entity: (id) => id, relationship: (id) => id } }), { colour }), '</svg>', '</figure>',
  ].join('\n');
}

function listSection(title: string, sentences: readonly string[], none?: string): string[] {
  const list = sentences.length === 0
    ? [`<p>${escapeXml(none ?? 'None.')}</p>`]
    : ['<ol>', ...sentences.map((sentence) => `<li>${escapeXml(sentence)}</li>`), '</ol>'];
  return ['<section class="changes">', `<h2>${escapeXml(title)}</h2>`, ...list, '</section>'];
}

/** The signs of both pictures. */
function legendList({ before, after }: Readonly<Record<Side, Scene>>): string {
  const legend = legendOf({ boxes: [...before.boxes, ...after.boxes], lines: [...before.lines, ...after.lines], bounds: before.bounds });
  const { types, lines } = legendItems(legend);
  const item = ({ label, width, sign }: LegendItem) =>
    `<li><svg viewBox="-1 -10 ${width + 2} 20" width="${width + 2}" height="20" aria-hidden="true">`
    + `${marksToSvg(sign(0, 0), { colour })}</svg>${escapeXml(label)}</li>`;
  return [types, lines].filter((l) => l.length > 0).map((l) => `<ul class="signs">\n${l.map(item).join('\n')}\n</ul>`).join('\n');
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.5 "IBM Plex Sans",system-ui,sans-serif}
header,main,footer{max-width:1600px;margin:0 auto;padding:0 20px}
h1{margin:4px 0 6px;font-size:clamp(22px,4vw,30px);line-height:1.2}
h2{margin:26px 0 8px;font-size:19px}
.brand{margin:18px 0 0;font-weight:600}
.brand span{background:var(--highlight)}
@media (prefers-color-scheme:dark){.brand span{background:none}}
.facts{margin:2px 0;color:var(--quiet);font-size:13px;overflow-wrap:anywhere}
.sides{display:grid;gap:16px;margin-top:14px}
figure{margin:0;border:1px solid var(--line);border-radius:8px;overflow:hidden}
figcaption{padding:8px 12px;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
figure svg{display:block;width:100%;height:auto;max-height:82vh}
.signs{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0 0;padding:0;list-style:none;font-size:12.5px}
.signs li{display:flex;gap:6px;align-items:center}
.changes li{margin:0 0 6px;padding-left:4px;font:400 16px/1.45 "Source Serif 4",Georgia,serif;overflow-wrap:anywhere}
.changes ol{max-width:860px;padding-left:32px}
footer{padding-bottom:26px}
@media (min-width:900px){.sides{grid-template-columns:1fr 1fr}}
@media print{.sides{grid-template-columns:1fr 1fr}figure{break-inside:avoid}}
`;
