import { foldWords } from '../gather';

/** What Kumu's columns mean, in the words of the tables that are read here (`table/columnMeanings`). */
export type KumuMeaning = 'name' | 'type' | 'summary' | 'id' | 'from' | 'to' | 'relationshipType' | 'label' | 'directed' | 'start' | 'end' | 'property';

/** The sheets of a workbook of Kumu, and the lists of its projects. */
export type KumuSheet = 'elements' | 'connections';

/** How Kumu parts the values of a cell that has several, as tags are. */
export const KUMU_SEPARATOR = '|';

/** Columns with a meaning of their own, folded; Kumu has no others that it knows itself. */
const MEANINGS: Readonly<Record<KumuSheet, Readonly<Record<string, KumuMeaning>>>> = {
  elements: { label: 'name', type: 'type', 'element type': 'type', description: 'summary', id: 'id', tags: 'property', image: 'property', 'start date': 'start', 'end date': 'end' },
  connections: { from: 'from', to: 'to', label: 'label', type: 'relationshipType', 'connection type': 'relationshipType', direction: 'directed', id: 'id', description: 'property', tags: 'property', strength: 'property', 'start date': 'start', 'end date': 'end' },
};

/** What a column of a sheet of Kumu means; one that Kumu does not know itself is a property. */
export function kumuMeaning(sheet: KumuSheet, header: string): KumuMeaning {
  const folded = foldWords(header);
  return Object.hasOwn(MEANINGS[sheet], folded) ? MEANINGS[sheet][folded]! : 'property';
}

/** Which sheet of Kumu a row of headers is of: connections have From and To beside another column of Kumu's, elements a Label and no From. Undefined where it is neither. */
export function kumuSheetOf(headers: readonly string[]): KumuSheet | undefined {
  const folded = new Set(headers.map(foldWords));
  const some = (...names: string[]) => names.some((name) => folded.has(name));
  if (folded.has('from') && folded.has('to')) return some('direction', 'label', 'type', 'strength', 'tags') ? 'connections' : undefined;
  return folded.has('label') && some('type', 'description', 'tags', 'image') ? 'elements' : undefined;
}

/** The values of a cell that may have several: Kumu parts them by "|". */
export function kumuValues(text: string): string[] {
  return text.split(KUMU_SEPARATOR).map((one) => one.trim()).filter((one) => one !== '');
}
