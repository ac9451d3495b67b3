import type { ChartDocument } from '../../model';
import { documentOf } from '../chart';
import type { Address } from '../platform';
import { isOwnView } from '../selectors/ownView';
import type { WorkspaceState } from '../state';
import { queryOf } from './viewQuery';

/** The longest link that is given out, in characters. Mail and chat programs carry links of this length whole; many cut longer ones. */
export const LONGEST_LINK = 8000;

/** A link to what is shown. */
export interface ViewLink {
  readonly href: string;
  /** It is longer than common programs carry, and is not to be given out. */
  readonly tooLong: boolean;
}

/**
 * Whether a link can lead to what is open: an included case, as it is included.
 * A file of one's own and changes to a case are on this machine alone.
 */
export function isLinkable({ dataset, edits }: Pick<WorkspaceState, 'dataset' | 'edits'>): boolean {
  return dataset?.bundled !== undefined && edits.size === 0;
}

/**
 * The link to what is shown: the question and what is looked at as its query, a chart of one's own as its fragment.
 * Nothing where none can lead there.
 */
export async function viewLink(state: WorkspaceState, address: Address): Promise<ViewLink | undefined> {
  if (!isLinkable(state)) return undefined;
  const query = queryOf(state);
  const chart = documentOf(state);
  const href = address.link(query, isAsOpened(state, chart) ? '' : await (await import('./chartFragment')).fragmentOf(chart));
  return { href, tooLong: href.length > LONGEST_LINK };
}

/** Whether the query alone leads to this chart: a named view of the case as it is drawn. */
function isAsOpened(state: WorkspaceState, { pinned, expanded, joined, camera }: ChartDocument): boolean {
  return !isOwnView(state) && pinned.size + expanded.size + joined.size === 0 && camera === undefined;
}
