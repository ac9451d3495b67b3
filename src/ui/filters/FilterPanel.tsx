import type { ReactNode } from 'react';
import { entityTypes, relationshipTypes, STATUSES_BY_DEFAULT, type Filter } from '../../model';
import { filterChoices } from '../../workspace';
import { Check } from '../parts/Check';
import { EntityIcon } from '../parts/EntityIcon';
import { LineSample } from '../parts/LineSample';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import { PeriodField } from '../time/PeriodField';
import { toggled, toggledStatuses } from './filterTicks';
import { SourceFilter } from './SourceFilter';
import './filters.css';

/** What of the chart is drawn, by type, family, status, source and date, with how many there are of each. */
export default function FilterPanel() {
  const filter = useShown((s) => s.chart.filter);
  const run = useRun();
  const choices = useShown(filterChoices);
  const set = (patch: Partial<Filter>) => run('setFilter', patch);
  return (
    <>
      <Section title="Status">
        {choices.statuses.map(({ value, count }) => (
          <Check
            key={value}
            checked={(filter.statuses ?? STATUSES_BY_DEFAULT).includes(value)}
            count={count}
            onChange={(on) => set({ statuses: toggledStatuses(filter.statuses, value, on) })}
          >
            <LineSample status={value} /> {value}
          </Check>
        ))}
      </Section>
      <Section title="Family">
        <Choices
          choices={choices.families}
          admitted={filter.families}
          onChange={(next) => set({ families: next })}
          label={(f) => (
            <>
              <LineSample family={f} /> {f}
            </>
          )}
          word={(f) => f}
        />
      </Section>
      <Section title="Entities">
        <Choices
          choices={choices.entityTypes}
          admitted={filter.entityTypes}
          onChange={(next) => set({ entityTypes: next })}
          label={(t) => (
            <>
              <EntityIcon type={t} /> {entityTypes[t].plural}
            </>
          )}
          word={(t) => entityTypes[t].plural}
        />
      </Section>
      <Section title="Relationships">
        <Choices
          choices={choices.relationshipTypes}
          admitted={filter.relationshipTypes}
          onChange={(next) => set({ relationshipTypes: next })}
          label={(t) => relationshipTypes[t].verb}
          word={(t) => relationshipTypes[t].verb}
        />
      </Section>
      <Section title="Date">
        <PeriodField label="Held in" period={filter.period} onPeriod={(period) => set({ period })} />
        <Check checked={filter.certainly ?? false} onChange={(on) => set({ certainly: on || undefined })}>only certain dates</Check>
      </Section>
      <SourceFilter choices={choices.sources} filter={filter} onChange={set} />
    </>
  );
}

interface ChoicesProps<Value extends string> {
  choices: readonly { value: Value; count: number }[];
  /** Absent: all of them. */
  admitted: readonly Value[] | undefined;
  onChange: (next: Value[] | undefined) => void;
  label: (value: Value) => ReactNode;
  /** The same in words alone. */
  word: (value: Value) => string;
}

function Choices<Value extends string>({ choices, admitted, onChange, label, word }: ChoicesProps<Value>) {
  const all = choices.map((c) => c.value);
  return choices.map(({ value, count }) => (
    <div key={value} className="choice">
      <Check checked={admitted?.includes(value) ?? true} count={count} onChange={(on) => onChange(toggled(all, admitted, value, on))}>
        {label(value)}
      </Check>
      {all.length > 2 && (
        <button type="button" className="text-button choice-only" onClick={() => onChange([value])}>
          only<span className="unseen"> {word(value)}</span>
        </button>
      )}
    </div>
  ));
}
