import { asObject, type Json, jsonRecords, memberAt, MOST_LISTS, skipSeparators } from '../records';
import type { DatasetBuilder } from '../builder';
import type { JsonRecord } from '../records/jsonRecord';
import { endOfValue } from '../records/endOfValue';

export type Group = 'nodes' | 'edges';

/** An element of a file, in its order; the group is told where the file has a list for each. */
interface FoundElement {
  readonly record: JsonRecord;
  readonly group?: Group | undefined;
}

/** What stands beside the elements and says nothing of the network. */
const FRAME: ReadonlySet<string> = new Set(['data', 'format_version', 'generated_by', 'target_cytoscapejs_version']);
/** How the view stood and what hands may do in it. */
const VIEW: ReadonlySet<string> = new Set([
  'zoom', 'pan', 'minZoom', 'maxZoom', 'zoomingEnabled', 'userZoomingEnabled', 'panningEnabled', 'userPanningEnabled',
  'boxSelectionEnabled', 'selectionType', 'touchTapThreshold', 'desktopTapThreshold', 'autolock', 'autoungrabify', 'autounselectify',
  'multiClickDebounceTime', 'renderer', 'hideEdgesOnViewport', 'textureOnViewport', 'motionBlur', 'wheelSensitivity', 'headless',
  'styleEnabled', 'container', 'layout',
]);

/** What a file says of the network as a whole, wherever in it that stands; empty where it says nothing. */
export function networkData(text: string): Json {
  const start = skipSeparators(text, 0);
  if (text[start] !== '{') return {};
  for (let at = start + 1; ; ) {
    const member = memberAt(text, at);
    if (!member) return {};
    const end = endOfValue(text, member.start);
    if (end === undefined) return {};
    if (member.key === 'data') return asObject(jsonRecords(text.slice(member.start, end)).next().value?.value) ?? {};
    at = end;
  }
}

/**
 * The elements of a file one after another: a list of them, `{nodes, edges}`, or an export whose `elements` are either. A
 * list that is broken somewhere is read on behind it, and so is what follows the list.
 */
export function* elementsIn(text: string, builder: DatasetBuilder): Generator<FoundElement> {
  const start = skipSeparators(text, 0);
  if (text[start] === '[') yield * listed(text, start, undefined);
  else if (text[start] === '{') yield * members(text, start, builder, { read: 0 }, true);
  else
    builder.warn(
      'not-json', 'line 1', 'This does not begin as JSON of Cytoscape does.', 'Export it again as JSON.', text.slice(start, start + 40),
    );
}

function* members(
  text: string, start: number, builder: DatasetBuilder, lists: { read: number }, outermost: boolean,
): Generator<FoundElement, number> {
  let at = start + 1;
  for (let member = memberAt(text, at); member; member = memberAt(text, at)) {
    const { key, start: value } = member;
    const group = key === 'nodes' || key === 'edges' ? key : undefined;
    const list = text[value] === '[' && (group !== undefined || (outermost && key === 'elements'));
    if (list) lists.read += 1;
    if (list && lists.read <= MOST_LISTS) at = yield* listed(text, value, group);
    else if (text[value] === '{' && outermost && key === 'elements') at = yield* members(text, value, builder, lists, false);
    else {
      const end = endOfValue(text, value);
      if (end === undefined) {
        builder.error(
          'cut-short', `“${key}”`, 'The file breaks off, or is broken, inside this field; nothing after it was read.',
          'Save or download it again.', key,
        );
        return text.length;
      }
      if (list) tooManyLists(key, builder);
      else if (!FRAME.has(key))
        builder.miss(VIEW.has(key) ? 'how the view stood' : key === 'style' ? 'style of the graph' : `“${key}” of the network`);
      at = end;
    }
  }
  at = skipSeparators(text, at);
  if (text[at] !== '}')
    builder.error(
      'cut-short',
      '(end of file)',
      outermost
        ? 'The file is not closed: it ends too early, or something in it is no field.'
        : 'The elements are not closed: the file ends too early, or something in it is no field.',
      'Save or download it again; what stands before was read.',
    );
  return at + 1;
}

function tooManyLists(key: string, builder: DatasetBuilder): void {
  builder.warn(
    'too-many-lists', `“${key}”`, `The file has more than the ${MOST_LISTS} lists of elements that are read of one; this one was not read.`,
    'Put the elements into one list.',
  );
  builder.miss('lists of elements beyond the limit');
}

/** Gives the elements of a list; returns the offset behind it. */
function* listed(text: string, start: number, group: Group | undefined): Generator<FoundElement, number> {
  let at = start + 1;
  for (const record of jsonRecords(text, start)) {
    at = Math.max(at, record.offset);
    yield { record, group };
  }
  at = skipSeparators(text, at);
  return text[at] === ']' ? at + 1 : at;
}
