import { useState } from 'react';
import type { Filter } from '../../model';
import { Section } from '../parts/Section';
import type { FilterChoices } from '../../workspace';

interface Props {
  choices: FilterChoices['sources'];
  filter: Filter;
  onChange: (patch: Partial<Filter>) => void;
}

/** How many sources are listed before the rest is asked for. */
const LISTED = 8;

/** Whose word counts: each source can be set aside, and every status is computed again without its claims. */
export function SourceFilter({ choices, filter, onChange }: Props) {
  const [sought, setSought] = useState('');
  const [all, setAll] = useState(false);
  const out = new Set(filter.withoutSources);
  const words = sought.toLowerCase();
  const found = choices.filter(({ source }) => `${source.title} ${source.publisher}`.toLowerCase().includes(words));
  const shown = all || words !== '' ? found : found.filter((c, i) => i < LISTED || out.has(c.value));
  const setOut = (id: string, on: boolean) => {
    const next = on ? [...out, id] : [...out].filter((o) => o !== id);
    onChange({ withoutSources: next.length === 0 ? undefined : next });
  };
  return (
    <Section
      title="Sources"
      aside={
        out.size > 0 && (
          <button type="button" className="text-button small-text" onClick={() => onChange({ withoutSources: undefined })}>
            count all
          </button>
        )
      }
    >
      <p className="quiet small-text">Untick a source to see what remains without it: every status is computed again.</p>
      <label className="field source-field">
        <span className="unseen">Find a source</span>
        <input type="search" placeholder="publisher or title" value={sought} onChange={(e) => setSought(e.target.value)} />
      </label>
      <ul>
        {shown.map(({ value: id, count, source }) => (
          <li key={id}>
            <label className="check source-check">
              <input type="checkbox" checked={!out.has(id)} onChange={(e) => setOut(id, !e.target.checked)} />
              <span className="source-name">
                {source.publisher}
                <span className="quiet source-title" title={source.title}>
                  {[source.title === source.publisher ? undefined : source.title, source.published].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span className="check-count">{count}</span>
            </label>
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button type="button" className="text-button small-text" onClick={() => setAll(true)}>
          all {found.length} sources
        </button>
      )}
    </Section>
  );
}
