import { group, timelineLegend, type Colour, type LegendItem } from '../../drawing';
import { timelineWords, undatedText } from '../../wording';
import { offlinePage } from '../html/offlinePage';
import { escapeXml, marksToSvg, type SnapshotAssets } from '../svg';
import type { TimelineInput } from './timelineInput';
import { axisMarks, drawnTimeline, gridMarks } from './timelinePicture';

const colour = (name: Colour) => `var(--${name})`;
const WIDTH = 1120;
const ABOVE = 26;

/**
 * A timeline as one page that opens from disk with the network off and needs no script: the picture, its signs, and all of it as sentences.
 * Same input, same bytes.
 */
export async function timelineHtml(input: TimelineInput, assets: SnapshotAssets): Promise<string> {
  const { title, lines = [], answer } = input;
  const body = [
    '<header>', '<p class="brand">Through<span>line</span></p>', `<h1>${escapeXml(title)}</h1>`,
    ...lines.map((line) => `<p class="facts">${escapeXml(line)}</p>`), '</header>', '<main>', ...figure(input), ...signs(input),
    ...sentences(input), ...[undatedText(answer)].filter((text) => text !== '').map((text) => `<p class="facts">${escapeXml(text)}</p>`),
    '</main>', '<footer><p class="facts">A claim is what a source says, not a fact. Made with Throughline.</p></footer>',
  ].join('\n');
  return offlinePage({ title, body, style: STYLE }, assets);
}

function figure(input: TimelineInput): string[] {
  const { answer } = input;
  if (answer.rows.length === 0) return [];
  const drawing = drawnTimeline(input, WIDTH);
  const alt = `Timeline of ${answer.rows.length} entities from ${answer.first} to ${answer.last}. Every line is told below.`;
  const marks = [
    ...axisMarks(drawing, -10), ...gridMarks(drawing),
    ...drawing.lanes.map((lane) => group(lane.marks(), { of: lane.of, title: lane.sentence })),
  ];
  return [
    '<figure tabindex="0" aria-label="Picture of the timeline">',
    `<svg viewBox="0 ${-ABOVE} ${WIDTH} ${drawing.height + ABOVE + 8}" role="img" aria-label="${escapeXml(alt)}">`,
    marksToSvg(marks, { colour }), '</svg>', '</figure>',
  ];
}

function signs(input: TimelineInput): string[] {
  const item = ({ label, width, sign }: LegendItem) =>
    `<li><svg viewBox="-1 -10 ${width + 2} 20" width="${width + 2}" height="20" aria-hidden="true">`
    + `${marksToSvg(sign(0, 0), { colour })}</svg>${escapeXml(label)}</li>`;
  return timelineLegend(input).filter((list) => list.length > 0).map((list) => `<ul class="signs">\n${list.map(item).join('\n')}\n</ul>`);
}

/** Everything as words: an entity each, with its ties. */
function sentences({ answer, part }: TimelineInput): string[] {
  const words = timelineWords(part);
  return [
    '<section class="told">', '<h2>In words</h2>',
    ...answer.rows.flatMap((row) => [
      `<h3>${escapeXml(words.row(row).sentence)}</h3>`,
      ...(row.bars.length === 0 ? [] : ['<ul>', ...row.bars.map((bar) => `<li>${escapeXml(words.bar(row, bar).sentence)}</li>`), '</ul>']),
    ]),
    '</section>',
  ];
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 15px/1.5 "IBM Plex Sans",system-ui,sans-serif}
header,main,footer{max-width:1240px;margin:0 auto;padding:0 20px}
h1{margin:4px 0 6px;font-size:clamp(22px,4vw,30px);line-height:1.2}
h2{margin:26px 0 8px;font-size:19px}
h3{margin:16px 0 4px;font-size:15px;overflow-wrap:anywhere}
.brand{margin:18px 0 0;font-weight:600}
.brand span{background:var(--highlight)}
@media (prefers-color-scheme:dark){.brand span{background:none}}
.facts{margin:2px 0;color:var(--quiet);font-size:13px;overflow-wrap:anywhere}
figure{margin:14px 0 0;border:1px solid var(--line);border-radius:8px;overflow:auto}
figure svg{display:block;min-width:880px;width:100%;height:auto}
.signs{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0 0;padding:0;list-style:none;font-size:12.5px}
.signs li{display:flex;gap:6px;align-items:center}
.told ul{max-width:860px;margin:0;padding-left:22px}
.told li{margin:0 0 4px;font:400 16px/1.45 "Source Serif 4",Georgia,serif;overflow-wrap:anywhere}
footer{padding-bottom:26px}
@media print{figure{break-inside:avoid}figure svg{min-width:0}}
`;
