import {
  families, relationshipTypeIds, relationshipTypes, statuses, STATUSES_BY_DEFAULT,
  type Filter, type RouteQuestion,
} from '../../model';
import { Check } from '../parts/Check';
import { ChipPopup } from '../parts/ChipPopup';
import { LineSample } from '../parts/LineSample';
import { PeriodField } from '../time/PeriodField';
import { directionText, lengthText, statusesText, steppingText, timeText, typesText } from './questionText';
import { Passing } from './Passing';

export interface ConstraintProps {
  question: RouteQuestion;
  onChange: (patch: Partial<RouteQuestion>) => void;
}

/** The chips under From and To: each says what the question allows, and opens what changes it. */
export function Constraints({ question, onChange }: ConstraintProps) {
  const filter = (patch: Partial<Filter>) => onChange({ filter: withoutAbsent({ ...question.filter, ...patch }) });
  return (
    <div className="chips" role="group" aria-label="Constraints">
      <Direction question={question} onChange={onChange} />
      <Length question={question} onChange={onChange} />
      <Statuses question={question} onFilter={filter} />
      <Time question={question} onFilter={filter} />
      <Types question={question} onFilter={filter} />
      <SteppingStones question={question} onChange={onChange} />
      <Passing question={question} onChange={onChange} />
    </div>
  );
}

interface FilterProps {
  question: RouteQuestion;
  onFilter: (patch: Partial<Filter>) => void;
}

function Direction({ question, onChange }: ConstraintProps) {
  const { text, changed } = directionText(question);
  const options = [
    ['any', 'any direction', 'A tie counts whichever way its arrow points.'],
    ['along', 'along the arrows', 'From owner to owned, from supplier to customer.'],
  ] as const;
  return (
    <ChipPopup text={text} label={`Direction: ${text}`} changed={changed}>
      {options.map(([id, label, note]) => (
        <label key={id} className="check option">
          <input type="radio" name="direction" checked={question.direction === id} onChange={() => onChange({ direction: id })} />
          <span className="check-label option-text">{label}<span className="quiet option-note">{note}</span></span>
        </label>
      ))}
    </ChipPopup>
  );
}

function Length({ question, onChange }: ConstraintProps) {
  const { text, changed } = lengthText(question);
  return (
    <ChipPopup text={text} label={`Length: ${text}`} changed={changed}>
      <label className="stack">
        <span>Longest route: <b className="figure">{question.maxHops} {question.maxHops === 1 ? 'hop' : 'hops'}</b></span>
        <input type="range" min={1} max={12} value={question.maxHops} onChange={(e) => onChange({ maxHops: Number(e.target.value) })} />
      </label>
      <label className="stack spaced">
        <span>Routes at most: <b className="figure">{question.k}</b></span>
        <input type="range" min={5} max={100} step={5} value={question.k} onChange={(e) => onChange({ k: Number(e.target.value) })} />
      </label>
    </ChipPopup>
  );
}

function Statuses({ question, onFilter }: FilterProps) {
  const { text, changed } = statusesText(question);
  const admitted = question.filter.statuses ?? STATUSES_BY_DEFAULT;
  return (
    <ChipPopup text={text} label={`Status: ${text}`} changed={changed}>
      {statuses.map((status) => (
        <Check
          key={status}
          checked={admitted.includes(status)}
          onChange={(on) => onFilter({ statuses: statuses.filter((s) => (s === status ? on : admitted.includes(s))) })}
        >
          <LineSample status={status} /> {status}
        </Check>
      ))}
    </ChipPopup>
  );
}

function Time({ question, onFilter }: FilterProps) {
  const { text, changed } = timeText(question);
  const { period, certainly = false } = question.filter;
  return (
    <ChipPopup text={text} label={`Time: ${text}`} changed={changed}>
      <PeriodField label="Held in" period={period} onPeriod={(p) => onFilter({ period: p })} />
      <div className="spaced">
        <Check checked={certainly} onChange={(on) => onFilter({ certainly: on || undefined })}>only certain dates</Check>
      </div>
    </ChipPopup>
  );
}

function Types({ question, onFilter }: FilterProps) {
  const { text, changed } = typesText(question);
  const { families: admitted, relationshipTypes: types } = question.filter;
  const onFamily = (family: (typeof families)[number], on: boolean) => {
    const next = families.filter((f) => (f === family ? on : (admitted ?? families).includes(f)));
    onFilter({ families: next.length === families.length ? undefined : next });
  };
  const onType = (type: (typeof relationshipTypeIds)[number], on: boolean) => {
    const next = relationshipTypeIds.filter((t) => (t === type ? on : (types ?? relationshipTypeIds).includes(t)));
    onFilter({ relationshipTypes: next.length === relationshipTypeIds.length ? undefined : next });
  };
  return (
    <ChipPopup text={text} label={`Types: ${text}`} changed={changed}>
      {changed && (
        <button
          type="button"
          className="text-button"
          onClick={() => onFilter({ families: undefined, relationshipTypes: undefined, entityTypes: undefined })}
        >
          admit all types
        </button>
      )}
      {families.map((family) => (
        <fieldset key={family} className="option-group">
          <legend className="unseen">{family}</legend>
          <Check checked={(admitted ?? families).includes(family)} onChange={(on) => onFamily(family, on)}>
            <LineSample family={family} /> <b>{family}</b>
          </Check>
          <div className="option-indent">
            {relationshipTypeIds
              .filter((t) => relationshipTypes[t].family === family)
              .map((type) => (
                <Check
                  key={type}
                  checked={(admitted ?? families).includes(family) && (types ?? relationshipTypeIds).includes(type)}
                  onChange={(on) => onType(type, on)}
                >
                  {relationshipTypes[type].verb}
                </Check>
              ))}
          </div>
        </fieldset>
      ))}
    </ChipPopup>
  );
}

const HUBS = [undefined, 50, 20, 10, 5];

function SteppingStones({ question, onChange }: ConstraintProps) {
  const { text, changed } = steppingText(question);
  return (
    <ChipPopup text={text} label={`Stepping stones: ${text}`} changed={changed}>
      <label className="stack">
        <span>Entities as stepping stones</span>
        <select
          className="select"
          value={question.hub ?? ''}
          onChange={(e) => onChange({ hub: e.target.value === '' ? undefined : Number(e.target.value) })}
        >
          {HUBS.map((hub) => (
            <option key={hub ?? 'any'} value={hub ?? ''}>
              {hub === undefined ? 'however many ties they have' : `with at most ${hub} ties`}
            </option>
          ))}
        </select>
      </label>
      <div className="spaced">
        <Check checked={question.places} onChange={(places) => onChange({ places })}>countries and places too</Check>
      </div>
    </ChipPopup>
  );
}

/** A filter without the fields that are undefined: an absent list admits everything. */
function withoutAbsent(filter: Filter): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as Filter;
}
