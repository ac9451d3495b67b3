import { X } from 'lucide';
import { ChipPopup } from '../parts/ChipPopup';
import { EntityPicker } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import { useEntityName, useSearch } from '../shell/useWorkspace';
import type { ConstraintProps } from './Constraints';

/** Whom routes must pass, and whom they may not. */
export function Passing({ question, onChange }: ConstraintProps) {
  const search = useSearch();
  const { avoid, via } = question;
  return (
    <>
      {via !== undefined && <Taken word="via" id={via} onRemove={() => onChange({ via: undefined })} />}
      {avoid.map((id) => (
        <Taken key={id} word="avoid" id={id} onRemove={() => onChange({ avoid: avoid.filter((a) => a !== id) })} />
      ))}
      {via === undefined && (
        <ChipPopup text="+ pass" label="Pass through an entity">
          {(close) => <EntityPicker label="Pass through" labelled={false} adds picked={undefined} search={search} onPick={(id) => { onChange({ via: id }); close(); }} />}
        </ChipPopup>
      )}
      <ChipPopup text="+ avoid" label="Avoid an entity">
        {(close) => <EntityPicker label="Avoid" labelled={false} adds picked={undefined} search={search} onPick={(id) => { if (id !== undefined) onChange({ avoid: [...new Set([...avoid, id])] }); close(); }} />}
      </ChipPopup>
    </>
  );
}

function Taken({ word, id, onRemove }: { word: string; id: string; onRemove: () => void }) {
  const name = useEntityName(id);
  return (
    <button type="button" className="chip" data-changed onClick={onRemove} aria-label={`No longer ${word} ${name}`}>
      <span className="chip-text">{word} {name}</span>
      <Icon of={X} small />
    </button>
  );
}
