import { entityTypeIds, entityTypes, type EntityType, type PatternEnds } from '../../model';
import { EntityPicker } from '../parts/EntityPicker';
import { useEntityName, useSearch } from '../shell/useWorkspace';

interface Props {
  label: string;
  ends: PatternEnds | undefined;
  onEnds: (ends: PatternEnds | undefined) => void;
}

/** Where routes begin or end: one entity, or any of a type, of a country where it is given. */
export function PatternEnd({ label, ends, onEnds }: Props) {
  const search = useSearch();
  const id = ends && 'ids' in ends ? ends.ids[0] : undefined;
  const name = useEntityName(id ?? '');
  const type = ends && 'entityTypes' in ends ? ends.entityTypes[0] : undefined;
  return (
    <div className="pattern-end">
      <label className="pattern-end-kind">
        <span className="quiet">{label}</span>
        <select
          className="select"
          aria-label={`${label}: one entity, or any of a type`}
          value={type ?? ''}
          onChange={(event) => onEnds(event.target.value === '' ? undefined : { entityTypes: [event.target.value as EntityType] })}
        >
          <option value="">one entity</option>
          {entityTypeIds.map((one) => (
            <option key={one} value={one}>
              any {entityTypes[one].label}
            </option>
          ))}
        </select>
      </label>
      {type === undefined ? (
        <EntityPicker
          label={label}
          labelled={false}
          picked={id === undefined ? undefined : { id, name }}
          search={search}
          onPick={(picked) => onEnds(picked === undefined ? undefined : { ids: [picked] })}
        />
      ) : (
        <Country label={label} ends={ends as Extract<PatternEnds, { entityTypes: unknown }>} onEnds={onEnds} />
      )}
    </div>
  );
}

function Country({ label, ends, onEnds }: Props & { ends: Extract<PatternEnds, { entityTypes: unknown }> }) {
  const put = (text: string) => {
    const code = text.trim().toUpperCase();
    onEnds({ entityTypes: ends.entityTypes, ...(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code) ? { jurisdiction: code } : {}) });
  };
  return (
    <span className="field">
      <input
        key={ends.jurisdiction ?? ''}
        aria-label={`${label}: country`}
        placeholder="of any country, or its code: CN"
        defaultValue={ends.jurisdiction ?? ''}
        onBlur={(event) => void ((ends.jurisdiction ?? '') !== event.target.value && put(event.target.value))}
        onKeyDown={(event) => void (event.key === 'Enter' && put(event.currentTarget.value))}
      />
    </span>
  );
}
