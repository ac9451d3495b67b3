import { useEffect, useState } from 'react';
import { plainText, sentencesOf } from '../../wording';
import { entityTypes } from '../../model';
import { drawnUnder, lookup, visiblePart, type WorkspaceState } from '../../workspace';
import { useWorkspace } from '../shell/useWorkspace';
import { chartHost } from './chartHost';

/**
 * Says to a screen reader what the chart shows by a box or a line: what was selected on it, what was changed or taken back,
 * and what it was asked to say.
 */
export function Announcer() {
  const { events, state } = useWorkspace();
  const [said, setSaid] = useState('');
  useEffect(() => events.on('announce', ({ text }) => setSaid(text)), [events]);
  useEffect(
    () =>
      state.subscribe((now, before) => {
        const done = changeText(now, before);
        if (done !== undefined) setSaid(done);
        else if (now.selection !== before.selection && now.selection && chartHost().contains(document.activeElement))
          setSaid(selectionText(now));
      }),
    [state],
  );
  return <p className="unseen" role="status">{said}</p>;
}

/** "Pin Koryolink." for a step that was taken, "Undone: Pin Koryolink." for one that was taken back; undefined where there was none. */
function changeText({ history: { undo, redo } }: WorkspaceState, { history: before }: WorkspaceState): string | undefined {
  const step = undo.at(-1);
  if (redo.length === before.redo.length + 1) return `Undone: ${redo.at(-1)}.`;
  if (redo.length === before.redo.length - 1 && undo.length === before.undo.length + 1) return `Redone: ${step}.`;
  return undo.length > before.undo.length ? `${step}.` : undefined;
}

/** "Koryolink, network, 9 relationships drawn", or the sentence of a relationship with its status. */
function selectionText(state: WorkspaceState): string {
  const { kind, id } = state.selection!;
  const part = visiblePart(state);
  if (kind === 'relationship')
    return `${plainText(sentencesOf(part, { filter: drawnUnder(state) }).relationship(id))} ${part.statuses.get(id) ?? ''}`;
  const entity = lookup(state).entity(id);
  const ties = part.relationships.filter((r) => r.from === id || r.to === id).length;
  return entity ? `${entity.name}, ${entityTypes[entity.type].label}, ${ties} ${ties === 1 ? 'relationship' : 'relationships'} drawn` : id;
}
