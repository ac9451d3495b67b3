import type { ChartDocument } from '../../model';
import { documentOf } from '../chart';
import type { Address } from '../platform';
import { isOwnView } from '../selectors/ownView';
import type { WorkspaceState } from '../state';
import { fragmentOf } from './chartFragment';
import { queryOf } from './viewQuery';

/** The longest link that is given out, in characters. Mail and chat programs carry links of this length whole; many cut longer ones. */
export const LONGEST_LINK = 8000;

/** A link to what is shown. */
export interface ViewLink {
  readonly href: string;
  /** It is longer than common programs carry, and is not to be given out. */
  readonly tooLong: boolean;
}

/** The link to what is shown: the question and what is looked at as its query, a chart of one's own as its fragment. Nothing unless an included case is open. */
export async function viewLink(state: WorkspaceState, address: Address): Promise<ViewLink | undefined> {
  const query = queryOf(state);
  if (query === '') return undefined;
  const chart = documentOf(state);
  const href = address.link(query, isAsOpened(state, chart) ? '' : await fragmentOf(chart));
  return { href, tooLong: href.length > LONGEST_LINK };
}

/** Whether the query alone leads to this chart: a named view of the case as it is drawn. */
function isAsOpened(state: WorkspaceState, { pinned, expanded, joined, camera, filter: { undated } }: ChartDocument): boolean {
  return !isOwnView(state) && pinned.size + expanded.size + joined.size === 0 && camera === undefined && undated === undefined;
}
