import type { Story } from '../../model';
import { openBundled } from '../loading';
import type { Session } from '../session';
import { slug } from '../snapshot';
import { showStep, storyDataset, viewSeen } from '../telling/storySteps';
import { withoutStep, withStep, withStepMoved, withWords, type StepWords } from '../telling/storyEdits';
import type { WorkspaceState } from '../state';
import { command, undoable } from './command';

const told = (state: WorkspaceState) => (state.chart.story?.steps.length ?? 0) > 0;

/** Changes the story that is told; undo takes it back. */
function changeStory(session: Session, label: string, change: (story: Story) => Story, merge?: string): void {
  const { chart } = session.get();
  if (!chart.story) return;
  session.change(label, { chart: { ...chart, story: change(chart.story) } }, merge === undefined ? {} : { merge });
}

function addStep(session: Session): void {
  const state = session.get();
  const title = state.dataset?.description.title ?? 'A story';
  const headline = `Step ${(state.chart.story?.steps.length ?? 0) + 1}`;
  const story = withStep(state.chart.story, title, { headline, text: '', view: viewSeen(state) });
  session.change('Add a step to the story', { chart: { ...state.chart, story } });
  session.setView({ left: true, asking: 'story' });
}

/** The page of the story; the page's own thread loads what writes it now. */
async function saveStory(session: Session): Promise<void> {
  const { story } = session.get().chart;
  if (!story) return;
  const file = await session.job('snapshot', 'Writing the story', async (ask) => {
    const dataset = await storyDataset(session, story);
    return { name: `${await slug(story.title)}.html`, blob: await session.deps.renderStory(dataset, story, ask) };
  });
  session.deps.page.save(file);
  session.notify('info', `Saved ${file.name}.`);
}

/** The case that a story comes with. */
const TOLD_CASE = 'north-korea-telecom';

/** The story that comes along, with its case where that is not open. */
async function openBundledStory(session: Session): Promise<void> {
  if (session.get().dataset?.description.id !== TOLD_CASE) await openBundled(session, TOLD_CASE);
  const { bundledStory } = await import('../telling/bundledStory');
  const story = await bundledStory();
  session.change('Open the story', { chart: { ...session.get().chart, story } });
  session.setView({ left: true, asking: 'story' });
  await showStep(session, story.steps[0]!.id);
}

export const storyCommands = {
  showStory: command({
    label: 'Tell a story', group: 'view', listed: true, step: 'push', enabled: (s) => s.dataset !== undefined,
    run: (session) => session.setView({ left: true, asking: 'story' }),
  }),
  openBundledStory: undoable({
    label: 'Open the story “How Huawei came to be tied to Koryolink”', group: 'view', listed: true, step: 'push', run: openBundledStory,
  }),
  addStoryStep: undoable({
    label: 'Add a step to the story from what is seen', group: 'view', listed: true, enabled: (s) => s.chart.entities.size > 0,
      run: addStep,
  }),
  showStoryStep: undoable<string>({ label: 'Show a step of the story', group: 'view', step: 'push', run: showStep }),
  writeStoryStep: undoable<{ id: string } & StepWords>({
    label: 'Write a step of the story', group: 'view',
    run: (session, { id, ...words }) =>
      changeStory(session, 'Write a step', (story) => withWords(story, id, words), `story/${id}/${Object.keys(words).join()}`),
  }),
  renameStory: undoable<string>({
    label: 'Rename the story', group: 'view',
    run: (session, title) => changeStory(session, 'Rename the story', (story) => ({ ...story, title }), 'story/title'),
  }),
  moveStoryStep: undoable<{ id: string; to: number }>({
    label: 'Move a step of the story', group: 'view',
    run: (session, { id, to }) => changeStory(session, 'Move a step', (story) => withStepMoved(story, id, to)),
  }),
  removeStoryStep: undoable<string>({
    label: 'Take a step out of the story', group: 'view',
    run: (session, id) => changeStory(session, 'Take out a step', (story) => withoutStep(story, id)),
  }),
  saveStory: command({ label: 'Save the story as a page', group: 'file', listed: true, enabled: told, run: saveStory }),
};
