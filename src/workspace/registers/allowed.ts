import { z } from 'zod';
import { registerFields, type RegisterField } from '../../registers';
import type { Settings } from '../platform';

const KEY = 'throughline.registers';
const kept = z.record(z.string(), z.array(z.enum(registerFields)));

/** The fields, besides names, that the user has said yes to for a service for good, in this browser; absent without such a yes. */
export function allowedFields(settings: Settings, service: string): readonly RegisterField[] | undefined {
  return new Map(Object.entries(allowed(settings))).get(service);
}

/** Keeps such a yes. */
export function allow(settings: Settings, service: string, fields: readonly RegisterField[]): void {
  settings.set(KEY, JSON.stringify({ ...allowed(settings), [service]: fields }));
}

/** Forgets it. */
export function disallow(settings: Settings, service: string): void {
  settings.set(KEY, JSON.stringify(Object.fromEntries(Object.entries(allowed(settings)).filter(([one]) => one !== service))));
}

/** What cannot be read any more is no yes. */
function allowed(settings: Settings): Record<string, RegisterField[]> {
  const text = settings.get(KEY);
  if (text === null) return {};
  try {
    return kept.safeParse(JSON.parse(text)).data ?? {};
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {};
  }
}
