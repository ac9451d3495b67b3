import { useEffect, useState } from 'react';
import { plainText, sentencesOf } from '../../wording';
import { entityTypes } from '../../model';
import { drawnUnder, lookup, visiblePart, type WorkspaceState } from '../../workspace';
import { useWorkspace } from '../shell/useWorkspace';
import { chartHost } from './chartHost';

/** Says to a screen reader what the chart shows by a box or a line: what was selected on it, and what it was asked to say. */
export function Announcer() {
  const { events, state } = useWorkspace();
  const [said, setSaid] = useState('');
  useEffect(() => events.on('announce', ({ text }) => setSaid(text)), [events]);
  useEffect(
    () =>
      state.subscribe((now, before) => {
        if (now.selection === before.selection || !now.selection) return;
        if (chartHost().contains(document.activeElement)) setSaid(selectionText(now));
      }),
    [state],
  );
  return <p className="unseen" role="status">{said}</p>;
}

/** "Koryolink, network, 9 relationships drawn", or the sentence of a relationship with its status. */
function selectionText(state: WorkspaceState): string {
  const { kind, id } = state.selection!;
  const part = visiblePart(state);
  if (kind === 'relationship') return `${plainText(sentencesOf(part, { filter: drawnUnder(state) }).relationship(id))} ${part.statuses.get(id) ?? ''}`;
  const entity = lookup(state).entity(id);
  const ties = part.relationships.filter((r) => r.from === id || r.to === id).length;
  return entity ? `${entity.name}, ${entityTypes[entity.type].label}, ${ties} ${ties === 1 ? 'relationship' : 'relationships'} drawn` : id;
}
