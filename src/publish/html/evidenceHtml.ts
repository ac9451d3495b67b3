import { countedClaims, datesText, entityTypes, shareText, type Claim, type Entity, type Relationship, type Selection } from '../../model';
import { amountText, citationText, dateText, list } from '../../wording';
import type { SnapshotContent } from '../snapshot/snapshotContent';
import { escapeXml } from '../svg';
import type { PageIds } from './pageIds';
import { badge, bdi, noteLinks, sentenceHtml } from './sentenceHtml';

/** A relationship's article: its sentence, its status, its particulars and every claim. */
export function relationshipArticle(r: Relationship, content: SnapshotContent, ids: PageIds): string {
  const of = { kind: 'relationship', id: r.id } as const;
  const status = content.sentences.statusOf(r.id)!;
  const particulars = [datesText(r), shareText(r.share), r.amount ? amountText(r.amount) : '', r.role ?? ''].filter((p) => p !== '');
  return [
    `<article id="${ids.evidence(of)}">`,
    `<h3 class="sentence">${sentenceHtml(content.sentences.relationship(r.id), ids)}</h3>`,
    `<p class="facts">${badge(status)}${particulars.map((p) => ` · ${escapeXml(p)}`).join('')} · ${place(of, ids)}</p>`,
    claimList(countedClaims(r, content.spoken), content, ids),
    '</article>',
  ].join('\n');
}

/** The way to what draws a thing, or that nothing does. */
function place(of: Selection, ids: PageIds): string {
  const chart = ids.chart(of);
  return chart === undefined ? 'not on the chart' : `<a class="back" href="#${chart}">on the chart</a>`;
}

/** An entity's article: names, particulars, its claims, and its relationships. */
export function entityArticle(e: Entity, content: SnapshotContent, ids: PageIds): string {
  const of = { kind: 'entity', id: e.id } as const;
  const ties = content.part.relationships.filter((r) => r.from === e.id || r.to === e.id);
  const particulars = [entityTypes[e.type].label, e.jurisdiction ?? '', datesText(e)].filter((p) => p !== '');
  const aliases = e.aliases?.length ? `<p>Also ${list(e.aliases.map((a) => `“${bdi(a)}”`))}.</p>` : '';
  const { sentences } = content;
  const tieItem = (id: string) => `<li>${sentenceHtml(sentences.relationship(id), ids)} ${badge(sentences.statusOf(id)!)}</li>`;
  return [
    `<article id="${ids.evidence(of)}">`,
    `<h3>${bdi(e.name)}</h3>`,
    `<p class="facts">${particulars.map(escapeXml).join(' · ')} · ${place(of, ids)}</p>`,
    aliases,
    e.summary === undefined ? '' : `<p>${escapeXml(e.summary)}</p>`,
    claimList(countedClaims(e, content.spoken), content, ids),
    ties.length === 0 ? '' : `<ul class="ties">\n${ties.map((r) => tieItem(r.id)).join('\n')}\n</ul>`,
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function claimList(claims: readonly Claim[], content: SnapshotContent, ids: PageIds): string {
  return claims.length === 0 ? '' : `<ul class="claims">\n${claims.map((c) => claimItem(c, content, ids)).join('\n')}\n</ul>`;
}

/** What one source says: its words, its stance, and where it says so. */
function claimItem(claim: Claim, { footnotes }: SnapshotContent, ids: PageIds): string {
  const number = footnotes.ofClaim(claim);
  const said = claim.statement === undefined ? '' : `<p class="statement">${escapeXml(claim.statement)}</p>`;
  const made = claim.made === undefined ? '' : ` · said ${dateText(claim.made)}`;
  const credibility = claim.credibility === undefined ? '' : ` · credibility ${claim.credibility}`;
  return `<li>${said}<p class="by"><b class="${claim.stance}">${claim.stance}</b>`
    + ` · ${escapeXml(citationText(footnotes.list[number - 1]!))}${made}${credibility} ${noteLinks([number], ids)}</p></li>`;
}

/** The numbered sources; an address is a link that tells its target nothing of this page. */
export function sourceList({ footnotes }: SnapshotContent, ids: PageIds): string {
  const items = footnotes.list.map((note) => {
    const url = note.source?.url;
    const link = url === undefined ? '' : ` <a rel="noreferrer noopener" href="${escapeXml(url)}">${escapeXml(url)}</a>`;
    const reliability = note.source?.reliability === undefined ? '' : `, reliability ${note.source.reliability}`;
    return `<li id="${ids.note(note.number)}" value="${note.number}">${escapeXml(citationText(note))}${reliability}.${link}</li>`;
  });
  return `<ol class="sources">\n${items.join('\n')}\n</ol>`;
}
