import { wordsFrom } from './maskedLine';
import { qualifierAt } from './qualifiers';
import { verbsIn } from './verbs';

/** A name as it stands in a line: in [brackets] where it would be read as something else. */
export function writtenName(name: string): string {
  return wantsBrackets(name) ? `[${name.replace(/[[\]]/g, ' ').replace(/\s+/g, ' ').trim()}]` : name;
}

function wantsBrackets(name: string): boolean {
  if (/^[(),;:]|[(),;:]$/u.test(name)) return true;
  if (/["“”«»„‟「」『』[\]]|--|—|^@|:(\s|$)/u.test(name) || verbsIn(` ${name} `).length > 0) return true;
  return wordsFrom(name, 0).some(({ from }) => qualifierAt(name, from) !== undefined) || /\((?:[^()]*)\)\s*$/u.test(name);
}
