import type { StoryKind } from '../../publish';
import type { Session } from '../session';
import { slug } from '../snapshot';
import { bundledStory } from './bundledStory';
import { withoutStep, withStep, withStepMoved } from './storyEdits';
import { showStep, storyDataset, viewSeen } from './storySteps';

export { showStep };

/** Adds what is seen as the last step; the first one begins the story. */
export function addStep(session: Session): void {
  const state = session.get();
  const title = state.dataset?.description.title ?? 'A story';
  const headline = `Step ${(state.chart.story?.steps.length ?? 0) + 1}`;
  const story = withStep(state.chart.story, title, { headline, text: '', view: viewSeen(state) });
  session.change('Add a step to the story', { chart: { ...state.chart, story } });
  session.setView({ left: true, asking: 'story' });
}

export function moveStep(session: Session, id: string, to: number): void {
  const { chart } = session.get();
  if (chart.story) session.change('Move a step', { chart: { ...chart, story: withStepMoved(chart.story, id, to) } });
}

export function removeStep(session: Session, id: string): void {
  const { chart } = session.get();
  if (chart.story) session.change('Take out a step', { chart: { ...chart, story: withoutStep(chart.story, id) } });
}

/** The story as a file: its page, or its slides. */
export async function saveStory(session: Session, kind: StoryKind = 'html'): Promise<void> {
  const { story } = session.get().chart;
  if (!story) return;
  const file = await session.job('snapshot', 'Writing the story', async (ask) => {
    const dataset = await storyDataset(session, story);
    return { name: `${await slug(story.title)}.${kind}`, blob: await session.deps.renderStory(dataset, story, kind, ask) };
  });
  session.deps.page.save(file);
  session.notify('info', `Saved ${file.name}.`);
}

/** Opens the story that comes along on the chart of its case, which is open. */
export async function takeBundledStory(session: Session): Promise<void> {
  const story = await bundledStory();
  session.change('Open the story', { chart: { ...session.get().chart, story } });
  session.setView({ left: true, asking: 'story' });
  await showStep(session, story.steps[0]!.id);
}
