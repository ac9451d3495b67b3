import { citationText, plainText, routeFacts } from '../../wording';
import type { FrameInput } from '../../drawing';
import { ownershipWords, type SnapshotContent } from './snapshotContent';

/** What stands around a snapshot's picture: title, route, what is shown and hidden, and the numbered sources. */
export function snapshotFrame(content: SnapshotContent): FrameInput {
  return {
    title: content.snapshot.title,
    lines: headLines(content),
    notes: content.footnotes.list.map((note) => ({ number: note.number, text: [citationText(note), ...(note.source?.url ? [shortUrl(note.source.url)] : [])].join(' · ') })),
  };
}

/** The small lines under a title. */
export function headLines(content: SnapshotContent): string[] {
  const { snapshot, part, active, sentences, narrowed } = content;
  const counts = `${count(part.entities.length, 'entity', 'entities')}, ${count(part.relationships.length, 'relationship', 'relationships')}`;
  const shown = [`From “${snapshot.origin.title}”`, counts, ...narrowed, ...(snapshot.hidden ? [snapshot.hidden] : [])].join(' · ');
  const owned = ownershipWords(content);
  if (owned) return [plainText(owned.ultimate), ...(owned.rule ? [plainText(owned.rule.answer)] : []), [...owned.conditions, shown].join(' · ')];
  if (!active) return [shown];
  const facts = routeFacts(active);
  return [plainText(sentences.route(active)), [facts.hops, `weakest: ${facts.weakest.status}`, facts.together].join(' · '), shown];
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** An address without its scheme, for reading. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
