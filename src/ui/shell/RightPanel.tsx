import { X } from 'lucide';
import { useMemo } from 'react';
import { sentencesOf } from '../../drawing';
import { statusOf } from '../../model';
import { lookup } from '../../workspace';
import { EntityInspector } from '../inspector/EntityInspector';
import { RelationshipInspector } from '../inspector/RelationshipInspector';
import { counted } from '../inspector/tiesOf';
import { IconButton } from '../parts/IconButton';
import { useRun, useShown } from './useWorkspace';
import '../inspector/inspector.css';

/** What you look at: the selected entity or relationship. */
export default function RightPanel() {
  const selection = useShown((s) => s.selection);
  const run = useRun();
  if (!selection) return null;
  return (
    <aside className="right-panel" aria-label="Inspector">
      <IconButton icon={X} label="Close the inspector" plain small className="panel-close" onClick={() => run('clearSelection')} />
      <div className="scrolls" key={selection.id} tabIndex={-1}>
        {selection.kind === 'entity' ? <LookedAtEntity id={selection.id} /> : <LookedAtRelationship id={selection.id} />}
      </div>
    </aside>
  );
}

function LookedAtEntity({ id }: { id: string }) {
  const find = useShown(lookup);
  const looking = useShown((s) => (s.looking?.entity === id ? s.looking : undefined));
  const chart = useShown((s) => s.chart);
  const withoutSources = useShown((s) => s.filter.withoutSources);
  const entity = find.entity(id);
  if (!entity) return <p className="section quiet">Looking it up…</p>;
  return <EntityInspector entity={entity} records={looking ?? chart} more={looking?.more ?? 0} withoutSources={withoutSources} nameOf={(other) => find.entity(other)?.name ?? other} sourceOf={find.source} />;
}

function LookedAtRelationship({ id }: { id: string }) {
  const find = useShown(lookup);
  const withoutSources = useShown((s) => s.filter.withoutSources);
  const relationship = find.relationship(id);
  const sentences = useMemo(() => {
    if (!relationship) return undefined;
    const entities = [relationship.from, relationship.to].flatMap((end) => find.entity(end) ?? []);
    const sources = relationship.claims.flatMap((c) => find.source(c.source) ?? []);
    return sentencesOf({ entities, relationships: [relationship], sources }, withoutSources ? { withoutSources } : {});
  }, [relationship, find, withoutSources]);
  if (!relationship || !sentences) return <p className="section quiet">Looking it up…</p>;
  const claims = counted(relationship.claims, withoutSources);
  return <RelationshipInspector relationship={relationship} status={statusOf(claims, find.source)} claims={claims} setAside={relationship.claims.length - claims.length} sourceOf={find.source} sentences={sentences} />;
}
