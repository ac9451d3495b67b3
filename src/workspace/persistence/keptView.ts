import { z } from 'zod';
import { FIRST_VIEW } from '../initialState';
import type { Settings } from '../platform';
import type { ViewState } from '../state';
import { pictureChoice } from './pictureChoice';

const KEY = 'throughline-view';

/** Theme and panels as they were left; each has its default where what was kept cannot be read. */
const keptView = z.object({
  theme: z.enum(['light', 'dark', 'system']).catch(FIRST_VIEW.theme),
  left: z.boolean().catch(FIRST_VIEW.left),
  right: z.boolean().catch(FIRST_VIEW.right),
  bottom: z.boolean().catch(FIRST_VIEW.bottom),
  untied: z.enum(['gone', 'pale']).catch(FIRST_VIEW.untied),
  picture: pictureChoice.catch(FIRST_VIEW.picture),
  editor: z.string().max(200).optional().catch(undefined),
  speed: z.number().min(0.5).max(4).catch(FIRST_VIEW.speed),
});

/** The view with which a visit begins. */
export function firstView(settings: Settings): ViewState {
  const parsed = keptView.safeParse(fromJson(settings.get(KEY) ?? '{}'));
  return { ...FIRST_VIEW, ...(parsed.success ? parsed.data : {}) };
}

/** Keeps theme and panels for the next visit. */
export function keepView(settings: Settings, { theme, left, right, bottom, untied, speed, picture, editor }: ViewState): void {
  settings.set(KEY, JSON.stringify({ theme, left, right, bottom, untied, speed, picture, editor }));
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whatever else wrote there, a visit begins with the usual view.
    return undefined;
  }
}
