import {
  families, NOT_BETWEEN, relationshipType, relationshipTypeIds, type Family, type IntermediaryAnswer, type RelationshipType,
} from '../../model';
import { Check } from '../parts/Check';
import { ChipPopup } from '../parts/ChipPopup';
import { LineSample } from '../parts/LineSample';
import { useRun, useShown } from '../shell/useWorkspace';
import { notThroughText } from '../trace/questionText';

/** Families with types that are usually not counted come first. */
const LISTED = [...families].sort((a, b) => Number(hasUsual(b)) - Number(hasUsual(a)));

/** A chip that says which ties make nobody an intermediary, and opens to tick them, by family and by type, with how many were left out. */
export function NotCounted({ leftOut = {} }: Pick<IntermediaryAnswer, 'leftOut'>) {
  const question = useShown((s) => s.trace.question);
  const run = useRun();
  const { text, all, changed } = notThroughText(question);
  const out = new Set<RelationshipType>(question.notThrough ?? NOT_BETWEEN);
  const set = (types: readonly RelationshipType[], on: boolean) =>
    run('notThrough', relationshipTypeIds.filter((t) => (types.includes(t) ? on : out.has(t))));
  return (
    <ChipPopup text={text} label={`Not counted: ${all}`} changed={changed}>
      <p className="quiet small-text between-lead">Ticked ties make nobody an intermediary. Routes run over them all the same.</p>
      {changed && <button type="button" className="text-button" onClick={() => run('notThrough', undefined)}>as usual</button>}
      {LISTED.map((family) => (
        <fieldset key={family} className="option-group">
          <legend className="unseen">{family}</legend>
          <Check checked={typesOf(family).every((t) => out.has(t))} onChange={(on) => set(typesOf(family), on)}>
            <LineSample family={family} /> <b>{family}</b>
          </Check>
          <div className="option-indent">
            {typesOf(family).map((type) => (
              <Check key={type} checked={out.has(type)} count={leftOut[type]} onChange={(on) => set([type], on)}>
                {relationshipType(type).verb}
              </Check>
            ))}
          </div>
        </fieldset>
      ))}
    </ChipPopup>
  );
}

function hasUsual(family: Family): boolean {
  return typesOf(family).some((t) => NOT_BETWEEN.includes(t));
}

function typesOf(family: Family): RelationshipType[] {
  return relationshipTypeIds.filter((t) => relationshipType(t).family === family);
}
