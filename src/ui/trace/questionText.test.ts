import { describe, expect, it } from 'vitest';
import { NOT_BETWEEN, routeQuestion, statuses, type RouteQuestionInput, type Status } from '../../model';
import { directionText, lengthText, notThroughText, statusesText, steppingText, timeText, typesText } from './questionText';

const asked = (rest: Partial<RouteQuestionInput> = {}) => routeQuestion.parse({ from: 'a', to: 'z', ...rest });

describe('the chips of a question', () => {
  it('say the defaults and mark none of them as changed', () => {
    const chips = [directionText, lengthText, statusesText, timeText, typesText, steppingText].map((chip) => chip(asked()));
    expect(chips.map((c) => c.text)).toEqual([
      'any direction', 'up to 6 hops', 'all statuses except denied', 'any time', 'all types', 'no places',
    ]);
    expect(chips.some((c) => c.changed)).toBe(false);
  });

  it('say which ties are not counted, whole families by their name, and in full which', () => {
    expect(notThroughText(asked())).toEqual({
      text: 'not counted: authority, met, took part …', all: 'authority, met, took part, documents', changed: false,
    });
    expect(notThroughText(asked({ notThrough: [...NOT_BETWEEN].reverse() })).changed).toBe(false);
  });

  it('say which statuses are admitted in the fewest words', () => {
    const chip = (admitted: Status[]) => statusesText(asked({ filter: { statuses: admitted } }));
    expect(chip([...statuses])).toEqual({ text: 'all statuses', changed: true });
    expect(chip(['confirmed', 'reported', 'alleged', 'reading'])).toEqual({ text: 'all statuses except disputed, denied', changed: true });
    expect(chip(['confirmed'])).toEqual({ text: 'only confirmed', changed: true });
    expect(chip(['confirmed', 'reported', 'alleged', 'disputed', 'reading'])).toEqual({
      text: 'all statuses except denied', changed: false,
    });
  });

  it('say times, lengths, types and stepping stones', () => {
    expect(timeText(asked({ filter: { period: { from: '2008', to: '2016' }, certainly: true } })).text).toBe('2008–2016, certainly');
    expect(lengthText(asked({ maxHops: 1 })).text).toBe('up to 1 hop');
    expect(typesText(asked({ filter: { families: ['ownership'], relationshipTypes: ['owns', 'controls'] } })).text).toBe(
      '1 family, 2 types',
    );
    expect(notThroughText(asked({ notThrough: [] }))).toEqual({ text: 'every tie counts', all: 'nothing', changed: true });
    expect(notThroughText(asked({ notThrough: ['meets'] }))).toEqual({ text: 'not counted: met', all: 'met', changed: true });
    expect(steppingText(asked({ hub: 20, places: true })).text).toBe('no hubs over 20, through places');
  });
});
