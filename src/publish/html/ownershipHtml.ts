import type { ProofLine, SentencePart } from '../../wording';
import { ownershipWords, type SnapshotContent } from '../snapshot/snapshotContent';
import { escapeXml } from '../svg';
import type { PageIds } from './pageIds';
import { sentenceHtml } from './sentenceHtml';

/**
 * Who owns an entity, in sentences: stakes, chains, ultimate owners and the proof of the 50 per cent rule; empty where that was not asked.
 */
export function ownershipSection(content: SnapshotContent, ids: PageIds): string {
  const said = ownershipWords(content);
  if (!said) return '';
  const line = (parts: readonly SentencePart[]) => sentenceHtml(parts, ids);
  const items = (list: readonly string[]) => `<ul>\n${list.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
  const chains = (list: readonly (readonly SentencePart[])[]) => items(list.map(line));
  return [
    '<section id="ownership">',
    `<h2>${line(said.question)}</h2>`,
    `<p class="facts">${escapeXml(said.conditions.join(' · '))}</p>`,
    ...(said.undated ? [`<p class="facts">${escapeXml(said.undated)}</p>`] : []),
    ...said.clashes.map((c) => `<p class="sentence">${line(c)}</p>`),
    ...(said.direct.length === 0
      ? []
      : ['<h3>Direct holders</h3>', items(said.direct.map((d) => [...d.records.map(line), ...(d.left ? [line(d.left)] : [])].join(' ')))]),
    ...(said.effective.length === 0
      ? []
      : ['<h3>Through all chains</h3>', items(said.effective.map((e) => `${line(e.sentence)}${chains(e.chains)}`))]),
    `<p class="sentence">${line(said.ultimate)}</p>`,
    ...(said.rule
      ? [
          '<h3>The 50 per cent rule</h3>', `<p class="sentence">${line(said.rule.answer)}</p>`,
          `<ul>\n${proofItem(said.rule.proof, line)}\n</ul>`,
        ]
      : []),
    '</section>',
  ].join('\n');
}

function proofItem({ sentence, below }: ProofLine, line: (parts: readonly SentencePart[]) => string): string {
  const inner = below.length === 0 ? '' : `<ul>\n${below.map((b) => proofItem(b, line)).join('\n')}\n</ul>`;
  return `<li>${line(sentence)}${inner}</li>`;
}
