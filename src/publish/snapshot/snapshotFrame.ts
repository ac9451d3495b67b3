import { citationText, drawnText } from '../../wording';
import type { FrameInput } from '../../drawing';
import { ownershipWords, type SnapshotContent } from './snapshotContent';

/** What stands around a snapshot's picture: title, route, what is shown and hidden, and the numbered sources. */
export function snapshotFrame(content: SnapshotContent): FrameInput {
  return {
    title: content.snapshot.title, lines: headLines(content),
    notes: content.footnotes.list.map((note) => ({
      number: note.number, text: [citationText(note), ...(note.source?.url ? [shortUrl(note.source.url)] : [])].join(' · '),
    })),
  };
}

/** The small lines under a title. */
export function headLines(content: SnapshotContent): string[] {
  const { snapshot, active, sentences, narrowed } = content;
  const shown = [`From “${snapshot.origin.title}”`, ...countsOf(content), ...narrowed, ...(snapshot.hidden ? [snapshot.hidden] : [])].join(
    ' · ',
  );
  const owned = ownershipWords(content);
  if (owned)
    return [drawnText(owned.ultimate), ...(owned.rule ? [drawnText(owned.rule.answer)] : []), [...owned.conditions, shown].join(' · ')];
  if (!active) return [shown];
  const facts = sentences.facts(active);
  return [drawnText(sentences.route(active)), [facts.hops, `weakest: ${facts.weakest.status}`, facts.together].join(' · '), shown];
}

/** How much is drawn, and how much the text names besides. */
function countsOf({ part, view: { part: drawn } }: SnapshotContent): string[] {
  const [entities, relationships] = [drawn.entities.length, drawn.relationships.length];
  const [others, ties] = [part.entities.length - entities, part.relationships.length - relationships];
  const counted = (n: number, m: number) => `${count(n, 'entity', 'entities')}, ${count(m, 'relationship', 'relationships')}`;
  return [counted(entities, relationships), ...(others + ties > 0 ? [`named and not drawn: ${counted(others, ties)}`] : [])];
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** An address without its scheme, for reading. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
