import { X } from 'lucide';
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { entityTypes } from '../../model';
import type { SearchHit } from '../../store';
import { EntityIcon } from './EntityIcon';
import { Icon } from './Icon';
import { selectsOnEntry } from './selectsOnEntry';

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
  autoFocus?: boolean;
  input?: RefObject<HTMLInputElement | null>;
  /** Enter has chosen, or is about to: where a hand goes on to the next field. */
  onEntered?: () => void;
}

/** A field that finds an entity by any of its names. Enter takes the first that is found, as soon as it is. */
export function EntityPicker({
  label, picked, onPick, search, labelled = true, placeholder = 'name or alias', adds = false, autoFocus = false, input, onEntered,
}: Props) {
  const own = useRef<HTMLInputElement>(null);
  const field = input ?? own;
  const [draft, setDraft] = useState<string>();
  const [missed, setMissed] = useState(false);
  /** What Enter was pressed on before its hits were there. */
  const awaited = useRef<string>(undefined);
  const byEnter = useRef(false);
  const text = draft ?? picked?.name ?? '';
  const type = (typed: string) => {
    if (typed === text) return;
    awaited.current = undefined;
    setMissed(false);
    setDraft(typed === picked?.name ? undefined : typed);
  };
  const take = (id: string) => {
    awaited.current = undefined;
    setDraft(adds ? '' : undefined);
    onPick(id);
  };
  const takeFirst = (hits: readonly SearchHit[]) => {
    awaited.current = undefined;
    if (hits[0]) return take(hits[0].id);
    setMissed(true);
    field.current?.focus();
  };
  const found = useHits(search, draft, (sought, hits) => {
    if (awaited.current === sought) takeFirst(hits);
  });
  const pick = (key: string | number | null) => {
    if (key === null) return;
    take(String(key));
    if (byEnter.current) onEntered?.();
  };
  const leave = () => {
    if (awaited.current !== undefined) return;
    if (draft?.trim() === '' && picked && !adds) onPick(undefined);
    setMissed(false);
    setDraft(undefined);
  };
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    byEnter.current = event.key === 'Enter';
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    const isFound = draft !== undefined && found?.text === draft.trim();
    // On a hit that the pointer or an arrow rests on Enter takes that one, unless it is of the search before.
    const rests = event.currentTarget.getAttribute('aria-activedescendant');
    if (isFound && rests && document.getElementById(rests)) return;
    event.preventDefault();
    event.stopPropagation();
    if (isFound) {
      takeFirst(found.hits);
      if (found.hits.length === 0) return;
    } else if (draft !== undefined) awaited.current = draft.trim();
    onEntered?.();
  };
  /** Escape takes back what was typed, and nothing else with it. */
  const takeBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || draft === undefined) return;
    event.preventDefault();
    setMissed(false);
    setDraft(undefined);
  };
  return (
    <ComboBox
      className="picker"
      {...(labelled ? {} : { 'aria-label': label })}
      items={draft?.trim() ? (found?.hits ?? []) : []}
      inputValue={text}
      onInputChange={type}
      selectedKey={null}
      onSelectionChange={pick}
      onBlur={leave}
      allowsEmptyCollection={Boolean(draft?.trim()) && !missed}
      menuTrigger="input"
      allowsCustomValue
    >
      <div className="field" data-invalid={missed || undefined}>
        {labelled && <Label className="field-label">{label}</Label>}
        <Input
          ref={field}
          {...selectsOnEntry}
          autoFocus={autoFocus}
          onKeyDownCapture={enter}
          onKeyDown={takeBack}
          placeholder={placeholder}
          aria-invalid={missed || undefined}
          className={picked && draft === undefined ? 'picked' : ''}
        />
        {picked && !adds && (
          <Button slot={null} className="icon-button plain small" aria-label={`Clear ${label}`} onPress={() => onPick(undefined)}>
            <Icon of={X} small />
          </Button>
        )}
      </div>
      {missed && (
        <p className="field-message" role="alert">
          {NOBODY}
        </p>
      )}
      <Popover className="popover picker-popover" placement="bottom start" offset={3}>
        <ListBox
          className="list-box hits"
          renderEmptyState={() => <p className="empty-list">{found?.text === draft?.trim() ? NOBODY : 'Searching…'}</p>}
        >
          {(hit: SearchHit) => <HitItem hit={hit} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const NOBODY = 'No entity has such a name.';

/** An entity that was found: its name, the alias that was matched, its type and country. */
export function HitItem({ hit }: { hit: SearchHit }) {
  return (
    <ListBoxItem id={hit.id} textValue={hit.name} className="menu-item hit">
      <EntityIcon type={hit.type} />
      <span className="menu-item-text">
        {hit.name}
        {hit.matched.toLowerCase() !== hit.name.toLowerCase() && <span className="quiet"> · “{hit.matched}”</span>}
        <span className="menu-item-note hit-note">
          {[entityTypes[hit.type].label, hit.jurisdiction, `${hit.degree} ${hit.degree === 1 ? 'tie' : 'ties'}`]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </ListBoxItem>
  );
}

interface Found {
  text: string;
  hits: SearchHit[];
}

/**
 * What the last search for a draft found, and what it sought; it stays until the next one comes.
 * A search that fails is the workspace's to report.
 */
function useHits(
  search: Props['search'], draft: string | undefined, onFound: (text: string, hits: SearchHit[]) => void,
): Found | undefined {
  const [found, setFound] = useState<Found>();
  const tell = useEffectEvent(onFound);
  const text = draft?.trim() ?? '';
  useEffect(() => {
    if (text === '') return undefined;
    const asking = new AbortController();
    void search(text, asking.signal).then((hits) => {
      if (asking.signal.aborted) return;
      setFound({ text, hits });
      tell(text, hits);
    });
    return () => asking.abort();
  }, [search, text]);
  return found;
}
