import { applyView, readChart, readView, viewOf } from '../address';
import { openSource, restoreWork } from '../loading';
import { askHistogram } from '../queries';
import { isServed, keepOpened, keptNow, takeUp, type KeptRecord, type KeptWork } from '../persistence';
import type { Session } from '../session';
import { told } from './told';
import { openLinked, resumeLinked } from './linkedView';

/**
 * A reload goes on with the work in hand. A link from elsewhere opens what it says, and the work in hand can be opened
 * again. The last resort is the first bundled case, so that the screen is never blank.
 */
export async function beginVisit(session: Session): Promise<void> {
  const query = session.deps.address.query();
  const fragment = session.deps.address.fragment();
  let kept: KeptRecord | undefined;
  await told(session, async () => {
    const { id, from } = await session.deps.tabs.own();
    session.tab = id;
    kept = await keptNow(session, from);
  });
  if (kept && fragment === '' && goesOn(session, query, kept.work)) await told(session, () => goOn(session, query, kept!));
  if (!session.store && query === '' && session.deps.served) await told(session, () => openServed(session, kept));
  if (!session.store) await told(session, () => follow(session, query, fragment, kept));
  if (!session.store) await told(session, () => openFirst(session));
}

/** Whether an address is where the kept work was left: a reload of the case counts, even if the last view was not kept in time. */
function goesOn(session: Session, query: string, kept: KeptWork): boolean {
  const { deps } = session;
  if (query === '' && deps.served) return comesFromServer(kept.source) && isServed(session, kept.source.name);
  if (query === '' || query === kept.query) return true;
  return deps.reloaded && kept.source.kind === 'bundled' && viewOf(query).view?.case === kept.source.name;
}

function comesFromServer(source: KeptWork['source']): boolean {
  return source.kind === 'server' || (source.kind !== 'bundled' && source.kind !== 'combined' && source.served === true);
}

async function goOn(session: Session, query: string, kept: KeptRecord): Promise<void> {
  const { work } = kept;
  if (!(await restoreWork(session, work))) return;
  const view = query === '' || query === work.query ? undefined : readView(session, query);
  if (view) await applyView(session, view);
  await takeUp(session, kept);
}

async function follow(session: Session, query: string, fragment: string, kept: KeptRecord | undefined): Promise<void> {
  const view = readView(session, query);
  if (!view) return;
  if (!session.deps.bundled.some((b) => b.name === view.case))
    return session.notify('error', `The link asks for the case "${view.case}", which is not here.`);
  const chart = await readChart(session, fragment);
  await (chart ? openLinked(session, view.case, chart) : openSource(session, { kind: 'bundled', name: view.case }));
  session.before = kept?.key;
  await Promise.all([chart ? resumeLinked(session, view) : applyView(session, view), keepOpened(session, undefined)]);
  if (kept)
    session.notify('info', `This is what the link shows. Your work on ${kept.work.title} is kept.`, {
      label: `Open ${kept.work.title} again`, command: 'reopen',
    });
}

/** Opens what the page's server was given; tables wait for what their columns mean. */
async function openServed(session: Session, kept: KeptRecord | undefined): Promise<void> {
  const { name, fetch } = session.deps.served!;
  const source = await session.job('open', `Fetching ${name}`, ({ signal }) => fetch(signal));
  if (source?.kind !== 'server') await (await import('../mapping')).importFile(session, source);
  else if (await openSource(session, source)) {
    session.notify('info', `“${name}” stays on the server of this page, which is asked every question.`);
    await Promise.all([keepOpened(session, undefined), askHistogram(session)]);
  }
  if (!kept || !session.store) return;
  session.before = kept.key;
  session.notify('info', `${name} is open. Your work on ${kept.work.title} is kept.`, {
    label: `Open ${kept.work.title} again`, command: 'reopen',
  });
}

async function openFirst(session: Session): Promise<void> {
  const [first] = session.deps.bundled;
  if (!first) return;
  await openSource(session, { kind: 'bundled', name: first.name });
  await Promise.all([keepOpened(session, undefined), askHistogram(session)]);
}
