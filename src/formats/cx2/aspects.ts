import { asObject, type Json, jsonRecords } from '../records';
import { endOfValue } from '../records/endOfValue';
import type { DatasetBuilder } from '../builder';

/** An element of an aspect with its place. */
interface AspectElement {
  readonly value: unknown;
  readonly at: string;
}

/** What a CX document holds: its version, and its aspects with their elements, fragments of one aspect put together. */
export interface CxDocument {
  /** As the descriptor states it; undefined where there is none. */
  readonly version: string | undefined;
  readonly aspects: ReadonlyMap<string, readonly AspectElement[]>;
}

/** Reads the aspects of a CX document of either version. What is no aspect is reported, and the others are read. */
export async function readAspects(text: string, builder: DatasetBuilder): Promise<CxDocument> {
  const aspects = new Map<string, AspectElement[]>();
  let version: string | undefined;
  let told = false;
  for (const record of jsonRecords(text)) {
    if (record.issue) builder.add(record.issue);
    told ||= record.issue?.severity === 'error';
    const json = asObject(record.value);
    if (json?.CXVersion !== undefined) version ??= String(json.CXVersion);
    else if (json) takeAspects(json, record.at, aspects, builder);
    else if (record.value !== undefined)
      builder.warn(
        'not-an-aspect', record.at, 'This is no aspect; it was not read.', 'Write {"name of the aspect": [elements]}.',
        JSON.stringify(record.value),
      );
    await builder.nextTurn((record.offset / text.length) * 0.6);
  }
  if (!told && isOpen(text))
    builder.error(
      'cut-short', '(end of file)', 'The document is not closed: the file ends too early.',
      'Save or download it again; the aspects before were read.',
    );
  return { version, aspects };
}

/** Whether a document, which is one list, lacks its end. An aspect that is cut inside may read as whole aspects for as far as it goes. */
function isOpen(text: string): boolean {
  const document = text.trim();
  return document.startsWith('[') && endOfValue(document, 0) === undefined;
}

function takeAspects(json: Json, at: string, aspects: Map<string, AspectElement[]>, builder: DatasetBuilder): void {
  for (const [name, list] of Object.entries(json)) {
    if (!Array.isArray(list)) {
      builder.warn(
        'not-an-aspect', at, `“${name.slice(0, 80)}” holds no list of elements; it was not read.`,
        'Write {"name of the aspect": [elements]}.',
      );
      continue;
    }
    const known = aspects.get(name) ?? [];
    const before = known.length;
    list.forEach((value, i) => known.push({ value, at: `${name}[${before + i}] in ${at}` }));
    aspects.set(name, known);
  }
}

/** The elements of an aspect; none where the document lacks it. */
export function elementsOf(document: CxDocument, name: string): readonly AspectElement[] {
  return document.aspects.get(name) ?? [];
}

/** The objects among the elements of an aspect; what is none is reported. */
export function objectsOf(document: CxDocument, name: string, builder: DatasetBuilder): { json: Json; at: string }[] {
  return elementsOf(document, name).flatMap(({ value, at }) => {
    const json = asObject(value);
    if (json) return [{ json, at }];
    builder.warn(
      'not-an-element', at, `This element of “${name}” is no object; it was not read.`, 'Correct or remove it.', JSON.stringify(value),
    );
    return [];
  });
}
