import type { Dataset, Snapshot, Story } from '../../model';
import { citationText, storyParagraphs, type StoryPart } from '../../wording';
import { stepSnapshot } from './stepContent';
import { storyClaims } from './storyClaims';

/** A piece of a story's text; a citation is a number, with what it cites in words and what the source says. */
export type StoryWord =
  | Exclude<StoryPart, { kind: 'citation' }>
  | { readonly kind: 'citation'; readonly number: number; readonly cites: string; readonly says: readonly string[] };

/** A story for a page that draws it itself: each step a snapshot with its words. Speaker's notes are not in it. */
export interface StoryViews {
  readonly title: string;
  readonly steps: readonly StepView[];
}

interface StepView {
  readonly headline: string;
  readonly paragraphs: readonly (readonly StoryWord[])[];
  readonly snapshot: Snapshot;
}

/** The steps of a story. A citation of what the dataset lacks is left out; entities and ties that it lacks are not drawn. */
export function storyViews(dataset: Dataset, story: Story): StoryViews {
  const claims = storyClaims(dataset, story);
  const word = (part: StoryPart): StoryWord[] => {
    if (part.kind !== 'citation') return [part];
    const cited = claims.list.find((c) => c.number === claims.numberOf(part.record, part.source));
    if (!cited) return [];
    const { number, source } = cited;
    const says = cited.claims.flatMap((c) => c.statement ?? c.quote ?? []);
    return [{ kind: 'citation', number, cites: citationText({ number, source, sourceId: source.id }), says }];
  };
  return {
    title: story.title,
    steps: story.steps.map((step) => ({
      headline: step.headline, paragraphs: storyParagraphs(step.text).map((parts) => parts.flatMap(word)),
      snapshot: stepSnapshot(dataset, step),
    })),
  };
}
