import { X } from 'lucide';
import { ChipPopup } from '../parts/ChipPopup';
import { EntityPicker } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import { lookup } from '../../workspace';
import { useEntityName, useRun, useSearch, useShown } from '../shell/useWorkspace';
import type { ConstraintProps } from './Constraints';

/** Whom routes must pass, and whom they may not. */
export function Passing({ question, onChange }: ConstraintProps) {
  const run = useRun();
  const find = useShown(lookup);
  const { avoid, via, filter: { withoutSources = [] } } = question;
  return (
    <>
      {via !== undefined && <TakenEntity word="via" id={via} onRemove={() => onChange({ via: undefined })} />}
      {avoid.map((id) => (
        <TakenEntity key={id} word="avoid" id={id} onRemove={() => run('setAsideEntity', id)} />
      ))}
      {withoutSources.map((id) => (
        <Taken key={id} word="without" name={find.source(id)?.publisher ?? id} onRemove={() => run('setAsideSource', id)} />
      ))}
      {via === undefined && (
        <EntityPopup text="+ pass" label="Pass through an entity" field="Pass through" onPick={(id) => onChange({ via: id })} />
      )}
      <EntityPopup
        text="+ avoid"
        label="Avoid an entity"
        field="Avoid"
        onPick={(id) => {
          if (id !== undefined && !avoid.includes(id)) run('setAsideEntity', id);
        }}
      />
    </>
  );
}

interface EntityPopupProps {
  text: string;
  label: string;
  /** What the field for the entity is called. */
  field: string;
  onPick: (id: string | undefined) => void;
}

/** A chip that asks for an entity. */
function EntityPopup({ text, label, field, onPick }: EntityPopupProps) {
  const search = useSearch();
  return (
    <ChipPopup text={text} label={label}>
      {(close) => (
        <EntityPicker
          label={field}
          labelled={false}
          adds
          autoFocus
          picked={undefined}
          search={search}
          onPick={(id) => {
            onPick(id);
            close();
          }}
        />
      )}
    </ChipPopup>
  );
}

function TakenEntity({ word, id, onRemove }: { word: string; id: string; onRemove: () => void }) {
  return <Taken word={word} name={useEntityName(id)} onRemove={onRemove} />;
}

function Taken({ word, name, onRemove }: { word: string; name: string; onRemove: () => void }) {
  return (
    <button type="button" className="chip" data-changed onClick={onRemove} aria-label={`No longer ${word} ${name}`}>
      <span className="chip-text">{word} {name}</span>
      <Icon of={X} small />
    </button>
  );
}
