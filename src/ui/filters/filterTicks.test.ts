import { describe, expect, it } from 'vitest';
import { filterCount, toggled, toggledStatuses } from './filterTicks';

describe('ticking a choice', () => {
  it('makes a list of what is left, and no list once everything is ticked again', () => {
    const without = toggled(['owns', 'supplies', 'pays'], undefined, 'owns', false);
    expect(without).toEqual(['supplies', 'pays']);
    expect(toggled(['owns', 'supplies', 'pays'], without, 'owns', true)).toBeUndefined();
  });

  it('leaves denied out by default, and says so only where something else is asked for', () => {
    const all = toggledStatuses(undefined, 'denied', true);
    expect(all).toEqual(['confirmed', 'reported', 'alleged', 'disputed', 'reading', 'denied']);
    expect(toggledStatuses(all, 'denied', false)).toBeUndefined();
  });
});

it('a filter counts each kind of limit once', () => {
  expect(filterCount({})).toBe(0);
  expect(filterCount({ withoutSources: [], certainly: true })).toBe(0);
  expect(filterCount({ families: ['people', 'venture'], period: { from: '2008', to: '2008' } })).toBe(2);
});
