import { footnotesOf, namedAllTheSameText, namesText, untoldSentences } from '../../wording';
import { chartSpoken, hiddenSummary, publishedAnswer, publishedPart, visiblePart } from '../../workspace';
import { useHiddenAndNamed } from '../shell/useHiddenAndNamed';
import { useShown } from '../shell/useWorkspace';
import { Fact } from './Fact';

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
        <Fact sign="yes">
          {drawn.entities.length} entities and {drawn.relationships.length} relationships as drawn, with {citations} numbered citations
          {routes > 0 && `, and ${routes === 1 ? '1 route' : `${routes} routes`}`}
        </Fact>
        {told && told.beside.entities.length > 0 && (
          <Fact sign="yes">named in the answer and not on the chart: {namesText(told.beside.entities)}</Fact>
        )}
        {identified > 0 && (
          <Fact sign="yes">
            identifiers of {identified} {identified === 1 ? 'entity' : 'entities'}, in the data that every form but the brief carries
          </Fact>
        )}
        {told && untoldSentences(0, told.left).map((sentence) => <Fact key={sentence} sign="no">{sentence}</Fact>)}
        <Fact sign="no">nothing else that is not drawn{hidden.text && `: ${hidden.text.replace(/^hidden: /, '')}`}</Fact>
        {named && <Fact sign="warning">{named}</Fact>}
      </ul>
    </div>
  );
}
