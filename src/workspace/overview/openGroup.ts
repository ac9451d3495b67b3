import { groupName } from '../../wording';
import { laidOutAsBefore, organic, withoutEntities, withPart } from '../chart';
import { EMPTY_CHART } from '../chart/document';
import type { Session } from '../session';

/** Draws the best connected members of a group in place of what was drawn, as one step, and says where one is. */
export async function openGroup(session: Session, group: number): Promise<void> {
  const { overview } = session.get();
  const answer = overview?.answer;
  const opened = answer?.groups[group];
  if (!answer || !opened) return;
  const members = opened.members.map((m) => m.id);
  const name = groupName(opened, answer.by);
  const { part, positions } = await session.job('group', 'Opening the group', async (ask) => {
    const part = await session.opened().part({ ids: members }, ask);
    return { part, positions: await organic(session, part, EMPTY_CHART, ask, { keep: false }) };
  });
  session.addRecords(part);
  const { chart, records, trace } = session.get();
  const empty = withoutEntities(laidOutAsBefore(chart), [...chart.entities], records);
  session.setView({ dialog: undefined, mode: 'chart' });
  session.change(`Open the group of ${name}`, {
    chart: { ...withPart(empty, part, positions), group: { name, by: answer.by, place: group, of: answer.groups.length, members } },
    selection: undefined, ...(trace.only ? { trace: { ...trace, only: false } } : {}),
  });
  session.events.emit('fit', {});
}
