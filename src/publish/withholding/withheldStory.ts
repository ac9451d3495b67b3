import type { Story, StoryStep, StoryView } from '../../model';
import { storyParagraphs, type StoryPart } from '../../wording';
import type { WithheldDataset } from './withhold';

/**
 * A story told of a dataset from which something is withheld: its records by the ids under which they are published, its texts without
 * what names it, its citations of what is still there. A step that shows nobody any more goes. Speaker's notes are not published.
 */
export function withheldStory({ id, title, steps, hidden }: Story, published: WithheldDataset): Story {
  const { textOf } = published;
  const kept = steps.flatMap((step): StoryStep[] => {
    const view = viewOf(step.view, published);
    if (view.entities.length === 0) return [];
    const at = `story/${step.id}`;
    const alt = step.alt === undefined ? undefined : textOf(`${at}/alt`, step.alt);
    return [{
      id: textOf(`${at}/id`, step.id) ?? 'step', headline: textOf(`${at}/headline`, step.headline) ?? '',
      text: publishedText(step.text, at, published), view, ...(alt === undefined ? {} : { alt }),
    }];
  });
  const left = hidden === undefined ? undefined : textOf('story/hidden', hidden);
  return {
    id: textOf('story/id', id) ?? 'story', title: textOf('story/title', title) ?? 'A story',
    steps: kept.map((step, i) => ({ ...step, id: step.id === 'step' ? `step-${i + 1}` : step.id })),
    ...(left === undefined ? {} : { hidden: left }),
  };
}

function viewOf(view: StoryView, { idOf }: WithheldDataset): StoryView {
  const ids = (kind: 'entity' | 'relationship' | 'source', list: readonly string[]) => list.flatMap((id) => idOf(kind, id) ?? []);
  const { entities, positions, relationships, filter, route, camera } = view;
  const places = Object.entries(positions ?? {}).flatMap(([id, place]) => {
    const now = idOf('entity', id);
    return now === undefined ? [] : [[now, place] as const];
  });
  const lit = ids('entity', route ?? []);
  return {
    entities: ids('entity', entities), ...(positions ? { positions: Object.fromEntries(places) } : {}),
    ...(relationships ? { relationships: ids('relationship', relationships) } : {}),
    ...(filter
      ? {
          filter: {
            ...filter, ...(filter.sources ? { sources: ids('source', filter.sources) } : {}),
            ...(filter.withoutSources ? { withoutSources: ids('source', filter.withoutSources) } : {}),
          },
        }
      : {}),
    ...(route && lit.length === route.length ? { route: lit } : {}), ...(camera ? { camera } : {}),
  };
}

/** Each paragraph is kept or left out as a whole; citations of what was taken out go. */
function publishedText(text: string, at: string, published: WithheldDataset): string {
  return storyParagraphs(text)
    .map((parts) => parts.flatMap((part) => publishedPart(part, published)))
    .flatMap((parts, i) => {
      const bare = parts.map((part) => ('text' in part ? part.text : '')).join('');
      const written = parts.map(markupOf).join('');
      const links = parts.flatMap((part) => (part.kind === 'link' ? [part.url] : []));
      const told = published.textOf(`${at}/text/${i}`, [bare, ...links].join(' '));
      return told === undefined ? [] : [told === [bare, ...links].join(' ') ? written : told];
    })
    .join('\n\n');
}

function publishedPart(part: StoryPart, { idOf, dataset }: WithheldDataset): StoryPart[] {
  if (part.kind !== 'citation') return [part];
  const [record, source] = [idOf('relationship', part.record) ?? idOf('entity', part.record), idOf('source', part.source)];
  const said = [...dataset.relationships, ...dataset.entities].find((r) => r.id === record)?.claims?.some((c) => c.source === source);
  return record !== undefined && source !== undefined && said ? [{ kind: 'citation', record, source }] : [];
}

function markupOf(part: StoryPart): string {
  if (part.kind === 'citation') return `[@${part.record} ${part.source}]`;
  if (part.kind === 'link') return `[${part.text}](${part.url})`;
  return part.kind === 'bold' ? `**${part.text}**` : part.kind === 'italics' ? `*${part.text}*` : part.text;
}
