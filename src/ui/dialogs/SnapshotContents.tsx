import { footnotesOf, namedAllTheSameText, namesText, untoldSentences } from '../../wording';
import { chartSpoken, hiddenSummary, publishedAnswer, publishedPart, visiblePart } from '../../workspace';
import { useHiddenAndNamed } from '../shell/useHiddenAndNamed';
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
  const named = namedAllTheSameText(useHiddenAndNamed());
  return (
    <div className="snapshot-contents">
      <ul>
        <li>
          ✓ {drawn.entities.length} entities and {drawn.relationships.length} relationships as drawn, with {citations} numbered citations
          {routes > 0 && `, and ${routes === 1 ? '1 route' : `${routes} routes`}`}
        </li>
        {told && told.beside.entities.length > 0 && (
          <li>✓ named in the answer and not on the chart: {namesText(told.beside.entities)}</li>
        )}
        {identified > 0 && (
          <li>
            ✓ identifiers of {identified} {identified === 1 ? 'entity' : 'entities'}, in the data that every form but the brief carries
          </li>
        )}
        {told && untoldSentences(0, told.left).map((sentence) => <li key={sentence}>✕ {sentence}</li>)}
        <li>✕ nothing else that is not drawn{hidden.text && `: ${hidden.text.replace(/^hidden: /, '')}`}</li>
        {named && <li className="snapshot-warning"><b aria-hidden="true">! </b>{named}</li>}
      </ul>
    </div>
  );
}
