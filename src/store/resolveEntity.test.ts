import { describe, expect, test } from 'vitest';
import { DATASET_FORMAT, type Dataset, type Entity } from '../model';
import { UnknownEntityError } from './graphStore';
import { MemoryStore } from './memory';
import { AmbiguousNameError, resolveEntity } from './resolveEntity';

const company = (id: string, name: string, ...aliases: string[]): Entity => ({ id, type: 'company', name, aliases });

const data: Dataset = {
  format: DATASET_FORMAT,
  id: 'names',
  title: 'Names',
  sources: [],
  entities: [
    company('sun', 'Sun', 'Northern Sun'),
    company('sun-holding', 'Sun Holding', 'Sun', 'SH'),
    company('moon-old', 'Moon Telecom Holding', 'Moon', 'MTH'),
    company('moon-new', 'Moon Investment Holding', 'Moon', 'MIH'),
    company('star', 'Star Electronics', 'Звезда'),
  ],
  relationships: [],
};
const store = await MemoryStore.open(data);
const meant = async (text: string) => (await resolveEntity(store, text)).id;

describe('the entity that a text means', () => {
  test('is the one with that id, else that very name, else the only one with that alias', async () => {
    expect(await meant('sun-holding')).toBe('sun-holding');
    expect(await meant('SUN')).toBe('sun');
    expect(await meant('mth')).toBe('moon-old');
    expect(await meant('Zvezda')).toBe('star');
  });

  test('is the only one whose name has all the words typed', async () => {
    expect(await meant('moon investment')).toBe('moon-new');
    expect(await meant('electronics')).toBe('star');
  });

  test('is not guessed where two have the alias: both are listed', async () => {
    const error = await meant('Moon').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AmbiguousNameError);
    expect((error as AmbiguousNameError).candidates.map((c) => c.id)).toEqual(['moon-new', 'moon-old']);
    expect((error as Error).message).toContain('moon-old (Moon Telecom Holding, "Moon")');
  });

  test('is not guessed from a misspelling or a beginning: the likeliest are offered', async () => {
    await expect(meant('Starr')).rejects.toThrow('Did you mean: star');
    await expect(meant('elec')).rejects.toThrow(AmbiguousNameError);
  });

  test('is nobody where nothing resembles it', async () => {
    await expect(meant('qqqqqqq')).rejects.toThrow(UnknownEntityError);
  });
});
