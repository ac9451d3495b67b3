import { takeTicks, type Issue } from '../../model';
import { edit } from '../editing';
import { today } from '../entering';
import type { UserSource } from '../platform';
import type { Session } from '../session';

/** Takes the ticks of a check sheet to the claims of what is open, as one step, and tells those that were not taken. */
export async function takeSheet(session: Session, source: UserSource): Promise<void> {
  const read = await session.job('open', `Reading ${source.name}`, (ask) => session.deps.files.ticks(source, ask));
  const idsOf = (list: 'entities' | 'relationships') => [...new Set(read.ticks.filter((t) => t.list === list).map((t) => t.record))];
  await session.settled();
  const [entities, relationships] = await Promise.all([
    session.opened().entities({ ids: idsOf('entities') }), session.opened().relationships({ ids: idsOf('relationships') }),
  ]);
  const { edits, taken, issues } = takeTicks({ entities, relationships }, read.ticks, today(session));
  edit(session, `Take ${counted(taken)} from ${source.name}`, edits);
  tell(session, source.name, taken, [...read.issues, ...issues]);
}

function tell(session: Session, name: string, taken: number, issues: readonly Issue[]): void {
  const left = issues.length === 0 ? '' : ` ${issues.length === 1 ? 'One is' : `${issues.length} are`} told in the report.`;
  session.notify('info', `${counted(taken)} taken from “${name}”.${left}`.replace(/^./, (c) => c.toUpperCase()));
  if (issues.length > 0) session.set({ report: { file: name, opened: true, issues: [...issues] } });
}

function counted(n: number): string {
  return n === 1 ? 'one tick' : `${n} ticks`;
}
