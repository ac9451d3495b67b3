import { X } from 'lucide';
import { inspected, selectedGroup } from '../../workspace';
import { GroupInspector } from '../inspector/GroupInspector';
import { EntityInspector } from '../inspector/EntityInspector';
import { RelationshipInspector } from '../inspector/RelationshipInspector';
import { IconButton } from '../parts/IconButton';
import { useRun, useShown } from './useWorkspace';
import '../inspector/inspector.css';

/** What you look at: the selected entity or relationship. */
export default function RightPanel() {
  const selection = useShown((s) => s.selection);
  const looked = useShown(inspected);
  const group = useShown(selectedGroup);
  const run = useRun();
  return (
    <aside className="right-panel" aria-label="Inspector">
      <IconButton icon={X} label="Close the inspector" plain small className="panel-close" onClick={() => run('clearSelection')} />
      <div className="scrolls" key={selection?.id ?? group?.id} tabIndex={-1}>
        {group && <GroupInspector group={group} />}
        {!looked && !group && <p className="section quiet">Looking it up…</p>}
        {looked?.kind === 'entity' && <EntityInspector looked={looked} />}
        {looked?.kind === 'relationship' && <RelationshipInspector looked={looked} />}
      </div>
    </aside>
  );
}
