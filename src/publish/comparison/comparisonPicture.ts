import type { Steps } from '../../model';
import { frameMarks, type FramedMarks, type FrameInput, type Mark } from '../../drawing';
import { storyChangeSentences } from '../../wording';
import type { Comparison, ComparedState } from './comparison';
import { bothSides } from './comparisonScenes';

/** How many sentences stand in a picture at most. */
const MOST_LISTED = 60;
/** Room for what each side is called, above the two pictures. */
const CAPTION = 34;

/** Both states beside each other in one frame, with legend and sentences, in steps. */
export function* comparisonPictureSteps(comparison: Comparison): Steps<FramedMarks> {
  const { scene, left, middle } = yield* bothSides(comparison);
  const { x, y, width, height } = scene.bounds;
  const framed = frameMarks(
    { ...scene, bounds: { x, y: y - CAPTION, width, height: height + CAPTION } }, frameOf(comparison), { titles: NO_TITLES },
  );
  const caption = (text: string, at: number): Mark =>
    ({ kind: 'text', text, x: at + 12, y: y - CAPTION + 20, font: 'name', colour: 'ink' });
  const between: Mark = { kind: 'path', d: `M${middle} ${y - CAPTION}V${y + height}`, stroke: 'line', strokeWidth: 1 };
  return {
    ...framed,
    marks: [
      between, ...framed.marks, caption(`Earlier: ${comparison.before.name}`, left.before),
      caption(`Later: ${comparison.after.name}`, left.after),
    ],
  };
}

/** Everything drawn has a sentence of its own. */
const NO_TITLES = { entity: (id: string) => id, relationship: (id: string) => id };

/** Title, figures and sentences around the pictures. */
function frameOf(comparison: Comparison): FrameInput {
  const { title, remarks = [] } = comparison;
  const sentences = changeLines(comparison);
  const listed = sentences.slice(0, MOST_LISTED);
  const more = sentences.length - listed.length;
  return {
    title, lines: [...headLines(comparison), ...remarks, ...(more > 0 ? [`${more} more changes are not listed in this picture.`] : [])],
    notes: listed.map((text, i) => ({ number: i + 1, text })),
  };
}

/** What each state holds, and how much became another. */
export function headLines({ before, after, changes, undrawn }: Comparison): string[] {
  const held = ({ name, dataset }: ComparedState) =>
    `${name} (${dataset.entities.length} entities, ${dataset.relationships.length} relationships)`;
  return [
    `Earlier: ${held(before)}. Later: ${held(after)}. ${changes.length === 0 ? 'Nothing changed' : `${changes.length} changes`}.`,
    ...(undrawn > 0 ? [`${undrawn} entities that changed are not drawn: they are too many.`] : []),
  ];
}

/** All sentences of what changed: in the data, in the routes that were asked for, in a story. */
function changeLines({ changes, routes = [], story }: Comparison): string[] {
  return [...changes.map(({ sentence }) => sentence), ...routes, ...(story ? storyChangeSentences(story) : [])];
}
