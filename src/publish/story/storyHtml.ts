import { htmlScript, writeCase } from '../../formats';
import { inTurns, type CallOptions, type Dataset, type Entity, type Story, type StoryStep } from '../../model';
import { sceneMarks, type Colour, type Scene } from '../../drawing';
import { citationText, hiddenText, plainText, sentencesOf, storyParagraphs, type Footnote, type StoryPart } from '../../wording';
import { offlinePage } from '../html/offlinePage';
import { snapshotSceneSteps, type SnapshotContent } from '../snapshot/snapshotContent';
import { escapeXml, marksToSvg, type SnapshotAssets } from '../svg';
import { pictureText, stepContent, withoutNumbers } from './stepContent';
import { storyCase } from './storyCase';
import { storyClaims, type CitedClaim, type StoryClaims } from './storyClaims';
import { storyScript } from './storyScript';
import { storyStyle } from './storyStyle';
import { UnknownCitationError } from './unknownCitationError';

/**
 * A story as one page that opens from disk with the network off. Without scripts each step is a picture with its text, one below the
 * other; the page's one script steps through them by arrow keys, tells its height to a page that embeds it, and takes its custom
 * properties from the address. Citations are footnotes that lead to what the source says. The page carries what it draws and cites as a
 * case, so that it opens again. Speaker's notes are not in it. Same input, same bytes. Throws `UnknownCitationError`.
 */
export async function storyHtml(
  dataset: Dataset, story: Story, assets: SnapshotAssets, { signal }: { readonly signal?: CallOptions['signal'] | undefined } = {},
): Promise<string> {
  const claims = storyClaims(dataset, story);
  if (claims.missing.length > 0) throw new UnknownCitationError(claims.missing);
  const steps: string[] = [];
  const cited = new Set<number>();
  for (const [i, step] of story.steps.entries()) {
    const content = stepContent(dataset, step);
    const scene = await inTurns(snapshotSceneSteps(content, { references: false }), signal ? { signal } : {});
    steps.push(stepHtml(step, i + 1, story.steps.length, { content, scene, claims, cited }));
  }
  const body = [
    '<header>', `<h1>${escapeXml(story.title)}</h1>`, '</header>', '<main>', ...steps, '</main>', claimsHtml(dataset, claims),
    `<footer><p class="facts">A claim is what a source says, not a fact. ${escapeXml(hiddenText(story.hidden))} Made with Throughline from `
    + `“${escapeXml(dataset.title)}”.</p></footer>`,
  ].join('\n');
  const data = htmlScript(JSON.stringify(JSON.parse(writeCase(storyCase(dataset, story, claims)))));
  return offlinePage({ title: story.title, body, style: storyStyle, script: storyScript, data }, assets);
}

interface Shown {
  readonly content: SnapshotContent;
  readonly scene: Scene;
  readonly claims: StoryClaims;
  /** The numbers that stand in the page already: the first of each is where its claim leads back to. */
  readonly cited: Set<number>;
}

const colour = (name: Colour) => `var(--${name})`;

function stepHtml(step: StoryStep, number: number, of: number, { content, scene, claims, cited }: Shown): string {
  const { x, y, width, height } = scene.bounds;
  const alt = escapeXml(pictureText(step, content));
  return [
    `<article class="step" id="step-${number}" tabindex="-1" aria-labelledby="headline-${number}">`,
    '<div class="words">',
    `<p class="facts">${number} of ${of}</p>`,
    `<h2 id="headline-${number}">${escapeXml(step.headline)}</h2>`,
    ...storyParagraphs(step.text).map((parts) => `<p>${parts.map((part) => partHtml(part, claims, cited)).join('')}</p>`),
    '</div>',
    `<figure><svg viewBox="${x} ${y} ${width} ${height}" role="img" aria-label="${alt}">`,
    marksToSvg(sceneMarks(scene), { colour }),
    '</svg></figure>',
    '</article>',
  ].join('\n');
}

function partHtml(part: StoryPart, claims: StoryClaims, cited: Set<number>): string {
  if (part.kind === 'link') return `<a rel="noreferrer noopener" href="${escapeXml(part.url)}">${escapeXml(part.text)}</a>`;
  if (part.kind === 'citation') {
    const n = claims.numberOf(part.record, part.source)!;
    const id = cited.has(n) ? '' : ` id="cited-${n}"`;
    cited.add(n);
    return `<sup><a href="#claim-${n}"${id} aria-label="Claim ${n}">${n}</a></sup>`;
  }
  const words = escapeXml(part.text);
  return part.kind === 'bold' ? `<strong>${words}</strong>` : part.kind === 'italics' ? `<em>${words}</em>` : words;
}

/** What the sources say, in the order in which the story cites them. */
function claimsHtml(dataset: Dataset, { list }: StoryClaims): string {
  if (list.length === 0) return '';
  const sentences = sentencesOf(dataset);
  const said = (cited: CitedClaim) => ('type' in cited.record && 'from' in cited.record
    ? plainText(withoutNumbers(sentences.relationship(cited.record.id)))
    : (cited.record as Entity).name);
  const item = (cited: CitedClaim) => [
    `<li id="claim-${cited.number}">`,
    `<p class="sentence">${escapeXml(said(cited))}</p>`,
    ...cited.claims.map((claim) =>
      `<p><b class="${claim.stance}">${claim.stance}</b>${claim.statement === undefined ? '' : `: ${escapeXml(claim.statement)}`}`
      + `${claim.quote === undefined ? '' : ` <q>${escapeXml(claim.quote)}</q>`}</p>`),
    `<p class="facts">${escapeXml(citationText(noteOf(cited)))}${linkHtml(cited.source.url)}`
    + ` <a href="#cited-${cited.number}" aria-label="Back to where claim ${cited.number} is cited">↩</a></p>`,
    '</li>',
  ].join('\n');
  return ['<section id="claims">', '<h2>What the sources say</h2>', '<ol>', ...list.map(item), '</ol>', '</section>'].join('\n');
}

function noteOf({ number, source, claims }: CitedClaim): Footnote {
  const locator = claims.find((c) => c.locator !== undefined)?.locator;
  return { number, sourceId: source.id, source, ...(locator === undefined ? {} : { locator }) };
}

function linkHtml(url: string | undefined): string {
  return url === undefined ? '' : ` <a rel="noreferrer noopener" href="${escapeXml(url)}">${escapeXml(url)}</a>`;
}
