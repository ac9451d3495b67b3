import type { Story, StoryStep } from '../../model';
import { openBundled } from '../loading';
import type { Session } from '../session';
import { TOLD_STORY } from '../telling/toldStory';
import { command, undoable } from './command';

/** What stories need besides typing, loaded when the first one is told. */
const actions = () => import('../telling/storyActions');

/** Words are written at once, so that a field keeps its caret. */
function write(session: Session, label: string, change: (story: Story) => Story, merge: string): void {
  const { chart } = session.get();
  if (chart.story) session.change(label, { chart: { ...chart, story: change(chart.story) } }, { merge });
}

/** A step with other words; notes and a description that are empty again are left out. */
function withWords({ notes, alt, ...step }: StoryStep): StoryStep {
  return { ...step, ...(notes ? { notes } : {}), ...(alt ? { alt } : {}) };
}

type StepWords = Partial<Pick<StoryStep, 'headline' | 'text' | 'notes' | 'alt'>>;

export const storyCommands = {
  openBundledStory: undoable({
    label: `Open the story “${TOLD_STORY.title}”`, group: 'view', listed: true, step: 'push',
    run: async (session) => {
      if (!session.deps.bundled.some(({ name }) => name === TOLD_STORY.dataset))
        return session.notify('info', 'This page comes without the case that the story is about.');
      if (session.get().dataset?.description.id !== TOLD_STORY.dataset) await openBundled(session, TOLD_STORY.dataset);
      await (await actions()).takeBundledStory(session);
    },
  }),
  addStoryStep: undoable({
    label: 'Add a step to the story from what is seen', group: 'view', listed: true, enabled: (s) => s.chart.entities.size > 0,
    run: async (session) => (await actions()).addStep(session),
  }),
  showStoryStep: undoable<string>({
    label: 'Show a step of the story', group: 'view', step: 'push', run: async (session, id) => (await actions()).showStep(session, id),
  }),
  writeStoryStep: undoable<{ id: string } & StepWords>({
    label: 'Write a step of the story', group: 'view',
    run: (session, { id, ...words }) =>
      write(
        session, 'Write a step',
        (story) => ({ ...story, steps: story.steps.map((s) => (s.id === id ? withWords({ ...s, ...words }) : s)) }),
        `story/${id}/${Object.keys(words).join()}`,
      ),
  }),
  renameStory: undoable<string>({
    label: 'Rename the story', group: 'view',
    run: (session, title) => write(session, 'Rename the story', (story) => ({ ...story, title }), 'story/title'),
  }),
  moveStoryStep: undoable<{ id: string; to: number }>({
    label: 'Move a step of the story', group: 'view', run: async (session, { id, to }) => (await actions()).moveStep(session, id, to),
  }),
  removeStoryStep: undoable<string>({
    label: 'Take a step out of the story', group: 'view', run: async (session, id) => (await actions()).removeStep(session, id),
  }),
  saveStory: command({
    label: 'Save the story as a page', group: 'file', listed: true, enabled: (s) => (s.chart.story?.steps.length ?? 0) > 0,
    run: async (session) => (await actions()).saveStory(session),
  }),
  saveStorySlides: command({
    label: 'Save the story as slides', group: 'file', listed: true, enabled: (s) => (s.chart.story?.steps.length ?? 0) > 0,
    run: async (session) => (await actions()).saveStory(session, 'pptx'),
  }),
};
