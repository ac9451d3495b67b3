import { footnotesOf, list, untoldSentences } from '../../wording';
import type { Entity } from '../../model';
import { chartSpoken, hiddenSummary, publishedAnswer, publishedPart, visiblePart } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

/** What is published and what stays here, said before anything leaves the machine. */
export function SnapshotContents() {
  const drawn = useShown(visiblePart);
  const part = useShown(publishedPart);
  const told = useShown(publishedAnswer);
  const filter = useShown(chartSpoken);
  const hidden = useShown(hiddenSummary);
  const citations = footnotesOf(part, [], filter).list.length;
  const identified = part.entities.filter((e) => e.identifiers?.length).length;
  const routes = told?.routes.length ?? 0;
  return (
    <div className="snapshot-contents">
      <ul>
        <li>✓ {drawn.entities.length} entities and {drawn.relationships.length} relationships as drawn, with {citations} numbered citations{routes > 0 && `, and ${routes === 1 ? '1 route' : `${routes} routes`}`}</li>
        {told && told.beside.entities.length > 0 && <li>✓ named in the answer and not on the chart: {namesText(told.beside.entities)}</li>}
        {identified > 0 && <li>✓ identifiers of {identified} {identified === 1 ? 'entity' : 'entities'}, in the data that every form but the brief carries</li>}
        {told && untoldSentences(0, told.left).map((sentence) => <li key={sentence}>✕ {sentence}</li>)}
        <li>✕ nothing else that is not drawn{hidden.text && `: ${hidden.text.replace(/^hidden: /, '')}`}</li>
      </ul>
    </div>
  );
}

/** How many names are listed. */
const NAMED = 6;

function namesText(entities: readonly Entity[]): string {
  const names = entities.slice(0, NAMED).map((e) => e.shortName ?? e.name);
  return entities.length > NAMED ? `${names.join(', ')} and ${entities.length - NAMED} more` : list(names);
}
