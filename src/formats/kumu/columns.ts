import { foldWords } from '../words';

/** What the fields of Kumu's elements and connections mean, which its workbooks have as columns. */
type KumuMeaning =
  | 'name' | 'type' | 'summary' | 'id' | 'from' | 'to' | 'relationshipType' | 'label' | 'directed' | 'start' | 'end' | 'property';

/** The lists of a project of Kumu. */
export type KumuSheet = 'elements' | 'connections';

/** How Kumu parts the values of a cell that has several, as tags are. */
const KUMU_SEPARATOR = '|';

/** Columns with a meaning of their own, folded; Kumu has no others that it knows itself. */
const MEANINGS: Readonly<Record<KumuSheet, Readonly<Record<string, KumuMeaning>>>> = {
  elements: {
    label: 'name', type: 'type', 'element type': 'type', description: 'summary', id: 'id', tags: 'property', image: 'property',
    'start date': 'start', 'end date': 'end',
  },
  connections: {
    from: 'from', to: 'to', label: 'label', type: 'relationshipType', 'connection type': 'relationshipType', direction: 'directed',
    id: 'id', description: 'property', tags: 'property', strength: 'property', 'start date': 'start', 'end date': 'end',
  },
};

/** What a column of a sheet of Kumu means; one that Kumu does not know itself is a property. */
export function kumuMeaning(sheet: KumuSheet, header: string): KumuMeaning {
  const folded = foldWords(header);
  return Object.hasOwn(MEANINGS[sheet], folded) ? MEANINGS[sheet][folded]! : 'property';
}

/** The values of a cell that may have several: Kumu parts them by "|". */
export function kumuValues(text: string): string[] {
  return text.split(KUMU_SEPARATOR).map((one) => one.trim()).filter((one) => one !== '');
}
