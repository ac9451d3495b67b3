import type { Dataset, Entity } from '../model';
import { list } from './questionText';

/** How many names are listed. */
const NAMED = 6;

/** The names of some entities, as a chart says them: "a, b and c"; of many the first six, and how many more there are. */
export function namesText(entities: readonly Pick<Entity, 'name' | 'shortName'>[]): string {
  const names = entities.slice(0, NAMED).map((e) => e.shortName ?? e.name);
  return entities.length > NAMED ? `${names.join(', ')} and ${entities.length - NAMED} more` : list(names);
}

/** Says who is hidden and named all the same in the words of what is published; empty where nobody is. */
export function namedAllTheSameText(entities: readonly Pick<Entity, 'name' | 'shortName'>[]): string {
  return entities.length === 0 ? '' : `Hidden, but named in what claims and sources say: ${namesText(entities)}.`;
}

/** Who is tied to what is published, and is not in it, so that nobody can say whether they were left out or came later. */
export function besideText(file: string, { entities }: Pick<Dataset, 'entities'>, beside: readonly string[]): string[] {
  const wanted = new Set(beside);
  const found = entities.filter((e) => wanted.has(e.id));
  if (found.length === 0) return [];
  return [
    `${file} also has ${found.length === 1 ? 'one entity' : `${found.length} entities`} tied to what the other shows: `
    + `${namesText(found)}. `
    + 'What is published does not tell whether it left them out or they came later, so they are not compared.',
  ];
}
