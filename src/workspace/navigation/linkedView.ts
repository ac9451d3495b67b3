import { recordsOf, type ChartDocument } from '../../model';
import { existing, type AddressedView } from '../address';
import { IDLE_TRACE } from '../initialState';
import { chartAsLeft, datasetOf, openInPlace, openSource, resume, type LeftView } from '../loading';
import { NO_ROUTE } from '../queries';
import type { Session } from '../session';
import { showInPlace } from './showInPlace';

/** Opens an included case at what a link says of it, with the chart that the link brings. Gives whether it was opened. */
export async function openLinked(session: Session, name: string, chart: ChartDocument): Promise<boolean> {
  const source = { kind: 'bundled', name } as const;
  return openSource(session, source, {
    show: async (opened, ask) => {
      const { chart: drawn, part } = await chartAsLeft(session, chart, opened, ask);
      return {
        dataset: datasetOf(source, opened), records: recordsOf(part), chart: drawn, trace: IDLE_TRACE,
        ...(chart.camera ? { camera: chart.camera } : {}),
      };
    },
  });
}

/** What a link says beside the chart that it brought, once that is drawn. */
export async function resumeLinked(session: Session, asked: AddressedView): Promise<void> {
  const left = leftView(await existing(session, asked));
  const { question, only } = left.trace;
  session.set({ selection: left.selection, trace: { ...IDLE_TRACE, question, only } });
  await resume(session, left);
}

/**
 * Shows a link with a chart in a page that is open: in the case that is there, as a step that undo takes back,
 * or in place of something else.
 */
export async function showLinked(session: Session, asked: AddressedView, chart: ChartDocument): Promise<void> {
  if (session.get().dataset?.bundled === asked.case)
    return showInPlace(session, { chart, ...leftView(await existing(session, asked)) }, 'Show what the link shows');
  if (await openInPlace(session, () => openLinked(session, asked.case, chart))) await resumeLinked(session, asked);
}

function leftView({ question, route = 0, only, selection, owners, mode, table, asking = 'trace', untied }: AddressedView): LeftView {
  return {
    trace: { question, only, ...(route === NO_ROUTE ? {} : { active: route }) },
    view: { mode, table, asking, ...(untied ? { untied } : {}) }, ...(selection ? { selection } : {}), ...(owners ? { owners } : {}),
  };
}
