/** A field of a JSON object in a text: its name, and the offset at which its value begins. */
interface JsonMember {
  readonly key: string;
  readonly start: number;
}

/** The most lists of one object that are gone through: each costs a look at all of the text before it. */
export const MOST_LISTS = 100;

/** The longest name of a field that is looked for, in characters. */
const LONGEST_KEY = 1000;

const MEMBER = new RegExp(String.raw`[\s,]*("(?:[^"\\\n]|\\.){0,${LONGEST_KEY}}")\s*:\s*`, 'y');

/**
 * The field that stands at an offset inside an object, behind blanks and commas; undefined where the object ends there or
 * what stands there is none. Nothing of its value is read, so that the lists of a large object can be gone through one
 * record after another (`jsonRecords` with the member's start) and what is not wanted be passed over (`endOfValue`).
 */
export function memberAt(text: string, from: number): JsonMember | undefined {
  MEMBER.lastIndex = from;
  const found = MEMBER.exec(text);
  if (!found) return undefined;
  return { key: unquoted(found[1]!), start: MEMBER.lastIndex };
}

function unquoted(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return quoted.slice(1, -1);
  }
}

/** The first offset from here on that is no blank, comma or byte order mark. */
export function skipSeparators(text: string, from: number): number {
  let at = from;
  while (at < text.length && (text.charCodeAt(at) <= 0x20 || text[at] === ',' || text.charCodeAt(at) === 0xfeff)) at += 1;
  return at;
}
