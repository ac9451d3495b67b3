import { Search, X } from 'lucide';
import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { Button, Collection, ComboBox, Header, Input, ListBox, ListBoxSection, Popover } from 'react-aria-components';
import { entityTypes, entityTypeIds, type EntityType } from '../../model';
import { HitItem } from '../parts/EntityPicker';
import { Icon } from '../parts/Icon';
import type { SearchHit } from '../../store';
import { useRun, useShown, useWorkspace } from './useWorkspace';

/** Finds an entity by any of its names; what is found is listed by type, and choosing shows it on the chart. */
export function SearchField() {
  const { text, hits, asking } = useShown((s) => s.search);
  const { events } = useWorkspace();
  const run = useRun();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => events.on('focusSearch', () => {
    input.current?.focus();
    input.current?.select();
  }), [events]);
  const awaited = useRef<string>(undefined);
  const groups = useMemo(() => byType(hits), [hits]);
  const choose = (key: string | number | null) => {
    if (key === null) return;
    run('showEntity', String(key));
    run('search', '');
    // What is looked at now is the chart, and its keys (E, H, arrows) are meant for what was chosen.
    run('focusChart');
    // A press on a hit gives the field its focus back only after this.
    requestAnimationFrame(() => document.activeElement === input.current && run('focusChart'));
  };
  const chooseFirst = useEffectEvent(choose);
  /** Enter takes the first hit, as soon as the hits are those of what was typed. */
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    // On a hit that the pointer or an arrow rests on Enter takes that one, unless it is of the search before.
    const rests = event.currentTarget.getAttribute('aria-activedescendant');
    if (!asking && rests && document.getElementById(rests)) return;
    event.preventDefault();
    event.stopPropagation();
    if (asking) awaited.current = text;
    else choose(hits[0]?.id ?? null);
  };
  useEffect(() => {
    if (asking || awaited.current === undefined) return;
    const first = awaited.current === text ? hits[0]?.id : undefined;
    awaited.current = undefined;
    if (first !== undefined) chooseFirst(first);
  }, [asking, text, hits]);
  /** Escape empties the field, and lets go of nothing else with it. */
  const takeBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || text === '') return;
    event.preventDefault();
    run('search', '');
  };
  return (
    <div className="top-bar-search" role="search">
      <ComboBox
        aria-label="Search names, aliases"
        items={groups}
        inputValue={text}
        onInputChange={(t) => run('search', t)}
        selectedKey={null}
        onSelectionChange={choose}
        allowsEmptyCollection={text.trim() !== ''}
        allowsCustomValue
        menuTrigger="input"
      >
        <div className="field">
          <span className="search-icon">
            <Icon of={Search} />
          </span>
          <Input ref={input} onKeyDownCapture={enter} onKeyDown={takeBack} placeholder="Search names, aliases" />
          {text === '' ? (
            <kbd className="key search-key" aria-hidden="true">
              /
            </kbd>
          ) : (
            <Button slot={null} className="icon-button plain small" aria-label="Clear the search" onPress={() => run('search', '')}>
              <Icon of={X} small />
            </Button>
          )}
        </div>
        <Popover className="popover search-popover" placement="bottom start" offset={3}>
          <ListBox
            className="list-box hits"
            renderEmptyState={() => <p className="empty-list">{asking ? 'Searching…' : 'No entity has such a name.'}</p>}
          >
            {(group: HitGroup) => (
              <ListBoxSection id={group.id} className="menu-section">
                <Header className="menu-header">{group.label}</Header>
                <Collection items={group.hits}>{(hit) => <HitItem hit={hit} />}</Collection>
              </ListBoxSection>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

interface HitGroup {
  id: EntityType;
  label: string;
  hits: SearchHit[];
}

/** Hits by type: the type of the best hit first, the best first within each. */
function byType(hits: readonly SearchHit[]): HitGroup[] {
  const order = [...new Set(hits.map((h) => h.type)), ...entityTypeIds];
  return [...new Set(order)]
    .map((id) => ({ id, label: entityTypes[id].plural, hits: hits.filter((h) => h.type === id) }))
    .filter((g) => g.hits.length > 0);
}
