import { X } from 'lucide';
import { ChipPopup } from '../parts/ChipPopup';
import { EntityPicker } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import { lookup } from '../../workspace';
import { useEntityName, useRun, useSearch, useShown } from '../shell/useWorkspace';
import type { ConstraintProps } from './Constraints';

/** Whom routes must pass, and whom they may not. */
export function Passing({ question, onChange }: ConstraintProps) {
  const search = useSearch();
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
        <ChipPopup text="+ pass" label="Pass through an entity">
          {(close) => (
            <EntityPicker
              label="Pass through"
              labelled={false}
              adds
              autoFocus
              picked={undefined}
              search={search}
              onPick={(id) => {
                onChange({ via: id });
                close();
              }}
            />
          )}
        </ChipPopup>
      )}
      <ChipPopup text="+ avoid" label="Avoid an entity">
        {(close) => (
          <EntityPicker
            label="Avoid"
            labelled={false}
            adds
            autoFocus
            picked={undefined}
            search={search}
            onPick={(id) => {
              if (id !== undefined && !avoid.includes(id)) run('setAsideEntity', id);
              close();
            }}
          />
        )}
      </ChipPopup>
    </>
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
