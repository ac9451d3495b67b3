import { useState, type KeyboardEvent } from 'react';
import type { StoryStep } from '../../model';
import { TOLD_STORY } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { StoryPresenter } from './StoryPresenter';
import './story.css';

/** A story told with views of the chart: its steps in order, each with its words, to be presented or saved as a page. */
export default function StoryPanel() {
  const run = useRun();
  const story = useShown((s) => s.chart.story);
  const bundled = useShown((s) => s.dataset?.description.id === TOLD_STORY.dataset);
  const [presenting, setPresenting] = useState(false);
  const steps = story?.steps ?? [];
  return (
    <Section title="Story">
      {story && <TitleField title={story.title} />}
      {steps.length === 0 && (
        <p className="quiet">Arrange the chart as the reader is to see it, then add it as a step. Each step has a headline and a text.</p>
      )}
      <ol className="story-steps" aria-label="Steps">
        {steps.map((step, i) => <Step key={step.id} step={step} place={i} of={steps.length} />)}
      </ol>
      <div className="story-actions">
        <button type="button" className="button" onClick={() => void run('addStoryStep')}>Add step from what is seen</button>
        {steps.length > 0 && <button type="button" className="button" onClick={() => setPresenting(true)}>Present</button>}
        {steps.length > 0 && <button type="button" className="button primary" onClick={() => void run('saveStory')}>Save as page</button>}
        {steps.length > 0 && <button type="button" className="button" onClick={() => void run('saveStorySlides')}>Save as slides</button>}
        {steps.length === 0 && bundled && (
          <button type="button" className="button" onClick={() => void run('openBundledStory')}>
            Open “{TOLD_STORY.title}”
          </button>
        )}
      </div>
      {presenting && <StoryPresenter onEnd={() => setPresenting(false)} />}
    </Section>
  );
}

/** The title of the story. A story has one, so an empty field changes nothing, and shows the title again when it is left. */
function TitleField({ title }: { title: string }) {
  const run = useRun();
  const [emptied, setEmptied] = useState(false);
  const write = (text: string) => {
    setEmptied(text === '');
    if (text !== '') void run('renameStory', text);
  };
  return (
    <label className="field">
      <span className="field-label">Title</span>
      <input
        type="text" value={emptied ? '' : title} maxLength={300} onChange={(e) => write(e.target.value)} onBlur={() => setEmptied(false)}
      />
    </label>
  );
}

/** A step: dragged to another place, or moved there with Alt and the arrow keys. */
function Step({ step, place, of }: { step: StoryStep; place: number; of: number }) {
  const run = useRun();
  const [open, setOpen] = useState(false);
  const move = (to: number) => void run('moveStoryStep', { id: step.id, to });
  const onKey = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(place + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      className="story-step" draggable onKeyDown={onKey}
      onDragStart={(e) => e.dataTransfer.setData('text/x-story-step', step.id)}
      onDragOver={(e) => e.dataTransfer.types.includes('text/x-story-step') && e.preventDefault()}
      onDrop={(e) => {
        const id = e.dataTransfer.getData('text/x-story-step');
        if (id === '') return;
        e.preventDefault();
        e.stopPropagation();
        void run('moveStoryStep', { id, to: place });
      }}
    >
      <div className="story-step-head">
        <button type="button" className="story-step-show" onClick={() => void run('showStoryStep', step.id)}>
          <span className="quiet">{place + 1}</span> {step.headline === '' ? 'Without a headline' : step.headline}
        </button>
        <button type="button" className="button small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Done' : 'Edit'}
          <span className="unseen"> step {place + 1}</span>
        </button>
      </div>
      {open && (
        <div className="story-step-words">
          <Words step={step} />
          <div className="story-actions">
            <button type="button" className="button small" disabled={place === 0} onClick={() => move(place - 1)}>Earlier</button>
            <button type="button" className="button small" disabled={place === of - 1} onClick={() => move(place + 1)}>Later</button>
            <button type="button" className="button small" onClick={() => void run('removeStoryStep', step.id)}>Take out</button>
          </div>
        </div>
      )}
    </li>
  );
}

function Words({ step }: { step: StoryStep }) {
  const run = useRun();
  const write = (words: Partial<StoryStep>) => void run('writeStoryStep', { id: step.id, ...words });
  return (
    <>
      <label>
        <span className="quiet small-text">Headline</span>
        <input type="text" value={step.headline} maxLength={300} onChange={(e) => write({ headline: e.target.value })} />
      </label>
      <label>
        <span className="quiet small-text">Text: **bold**, *italics*, [words](https://…), [@RECORD SOURCE]</span>
        <textarea rows={5} value={step.text} onChange={(e) => write({ text: e.target.value })} />
      </label>
      <label>
        <span className="quiet small-text">Speaker’s notes, not published</span>
        <textarea rows={2} value={step.notes ?? ''} onChange={(e) => write({ notes: e.target.value })} />
      </label>
      <label>
        <span className="quiet small-text">Description of the picture, where its sentences do not do</span>
        <textarea rows={2} value={step.alt ?? ''} onChange={(e) => write({ alt: e.target.value })} />
      </label>
    </>
  );
}
