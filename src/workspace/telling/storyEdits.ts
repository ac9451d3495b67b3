import type { Story, StoryStep } from '../../model';

/** A story with a step at its end; the first one begins the story. */
export function withStep(story: Story | undefined, title: string, step: Omit<StoryStep, 'id'>): Story {
  const steps = story?.steps ?? [];
  const taken = new Set(steps.map((s) => s.id));
  let n = steps.length + 1;
  while (taken.has(`step-${n}`)) n += 1;
  return { id: story?.id ?? 'story', title: story?.title ?? title, steps: [...steps, { ...step, id: `step-${n}` }] };
}

/** A story in which a step stands at another place, from 0; beyond the ends it stands at the end. */
export function withStepMoved(story: Story, id: string, to: number): Story {
  const step = story.steps.find((s) => s.id === id);
  if (!step) return story;
  const others = story.steps.filter((s) => s.id !== id);
  const at = Math.max(0, Math.min(others.length, to));
  return { ...story, steps: [...others.slice(0, at), step, ...others.slice(at)] };
}

export function withoutStep(story: Story, id: string): Story {
  return { ...story, steps: story.steps.filter((s) => s.id !== id) };
}
