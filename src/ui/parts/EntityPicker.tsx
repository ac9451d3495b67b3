import { X } from 'lucide';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { entityTypes } from '../../model';
import type { SearchHit } from '../../store';
import { EntityIcon } from './EntityIcon';
import { Icon } from './Icon';

interface Props {
  label: string;
  /** Who is picked, by id and name. */
  picked: { id: string; name: string } | undefined;
  onPick: (id: string | undefined) => void;
  /** Asks the whole dataset, not only what is drawn; answers nothing where the signal was raised. */
  search: (text: string, signal?: AbortSignal) => Promise<SearchHit[]>;
  labelled?: boolean;
  placeholder?: string;
  /** Empties itself once something is picked: for lists that grow. */
  adds?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}

/** A field that finds an entity by any of its names. */
export function EntityPicker({ label, picked, onPick, search, labelled = true, placeholder = 'name or alias', adds = false, input }: Props) {
  const [draft, setDraft] = useState<string>();
  const hits = useHits(search, draft);
  const text = draft ?? picked?.name ?? '';
  const pick = (key: string | number | null) => {
    if (key === null) return;
    setDraft(adds ? '' : undefined);
    onPick(String(key));
  };
  const leave = () => {
    if (draft?.trim() === '' && picked && !adds) onPick(undefined);
    setDraft(undefined);
  };
  /** Escape takes back what was typed, and nothing else with it. */
  const takeBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || draft === undefined) return;
    event.preventDefault();
    setDraft(undefined);
  };
  return (
    <ComboBox className="picker" {...(labelled ? {} : { 'aria-label': label })} items={hits} inputValue={text} onInputChange={(t) => setDraft(t === picked?.name ? undefined : t)} selectedKey={null} onSelectionChange={pick} onBlur={leave} allowsEmptyCollection={Boolean(draft?.trim())} menuTrigger="input" allowsCustomValue>
      <div className="field">
        {labelled && <Label className="field-label">{label}</Label>}
        <Input {...(input ? { ref: input } : {})} onKeyDown={takeBack} placeholder={placeholder} className={picked && draft === undefined ? 'picked' : ''} />
        {picked && !adds && (
          <Button slot={null} className="icon-button plain small" aria-label={`Clear ${label}`} onPress={() => onPick(undefined)}>
            <Icon of={X} small />
          </Button>
        )}
      </div>
      <Popover className="popover picker-popover" placement="bottom start" offset={3}>
        <ListBox className="list-box" renderEmptyState={() => <p className="empty-list">No entity has such a name.</p>}>
          {(hit: SearchHit) => <HitItem hit={hit} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** An entity that was found: its name, the alias that was matched, its type and country. */
export function HitItem({ hit }: { hit: SearchHit }) {
  return (
    <ListBoxItem id={hit.id} textValue={hit.name} className="menu-item hit">
      <EntityIcon type={hit.type} />
      <span className="menu-item-text">
        {hit.name}
        {hit.matched.toLowerCase() !== hit.name.toLowerCase() && <span className="quiet"> · “{hit.matched}”</span>}
        <span className="menu-item-note hit-note">{[entityTypes[hit.type].label, hit.jurisdiction, `${hit.degree} ${hit.degree === 1 ? 'tie' : 'ties'}`].filter(Boolean).join(' · ')}</span>
      </span>
    </ListBoxItem>
  );
}

/** What a search for a draft finds; the last answer stays until the next one comes. A search that fails is the workspace's to report. */
function useHits(search: Props['search'], draft: string | undefined): SearchHit[] {
  const [hits, setHits] = useState<SearchHit[]>([]);
  const text = draft?.trim() ?? '';
  useEffect(() => {
    if (text === '') return undefined;
    const asking = new AbortController();
    void search(text, asking.signal).then((found) => !asking.signal.aborted && setHits(found));
    return () => asking.abort();
  }, [search, text]);
  return text === '' ? [] : hits;
}
