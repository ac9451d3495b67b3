/** A name or word as it is compared: "entityType", "Entity_Type" and "entity type" are one; accents and brackets do not count. */
export function foldWords(text: string): string {
  return text
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}

/** How deep a name stands in the record that it was flattened from: "type" 0, "entity.type" 1. */
export function nestingOf(name: string): number {
  return (name.slice(0, 200).match(/(?<=[\p{Letter}\p{Number}\]])(?:[./](?=\p{Letter})|\[|__)/gu) ?? []).length;
}

/** How many names of fields and words for types are remembered: a file has few, each in many records. */
const REMEMBERED = 2000;
const folded = new Map<string, string>();

/** `foldWords` of the name of a field or a word for a type, which come again and again. */
export function foldFieldName(name: string): string {
  const known = folded.get(name);
  if (known !== undefined) return known;
  const words = foldWords(name);
  if (folded.size < REMEMBERED && name.length <= 100) folded.set(name, words);
  return words;
}
