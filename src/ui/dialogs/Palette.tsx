import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components';
import { keysText } from '../shell/keysText';
import { handTyped, type Typed } from '../shell/typedAhead';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';

/** Before the id of a named view of the case. */
const VIEW = 'view:';

interface Entry {
  id: string;
  label: string;
  group: string;
  note: string;
  shortcut?: readonly string[];
}

const entryText = ({ label, group, note }: Entry) => `${label} ${group} ${note}`;

/** Every command by name, with its shortcut; Enter does the one that is rested on, else the first. */
export function Palette() {
  const run = useRun();
  const entries = useEntries();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [sought, setSought] = useState('');
  const close = () => run('closeDialog');
  const fits = (text: string, words: string) => words.trim().split(/\s+/).every((word) => contains(text, word));
  const choose = (id: string) => {
    close();
    if (id.startsWith(VIEW)) return void run('showPerspective', id.slice(VIEW.length));
    return void run(id as 'fit');
  };
  const chooseFirst = (words: string) => {
    const first = entries.find((entry) => fits(entryText(entry), words));
    if (first) choose(first.id);
  };
  const enter = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.currentTarget.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    event.stopPropagation();
    chooseFirst(event.currentTarget.value);
  };
  const typeOn = useEffectEvent(({ text, entered }: Typed) => {
    if (entered) chooseFirst(text);
    else if (text !== '') setSought((now) => now + text);
  });
  useEffect(() => handTyped((typed) => typeOn(typed)), []);
  return (
    <ModalOverlay className="dialog-shade" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog-window">
        <Dialog className="palette" aria-label="Commands">
          <Autocomplete inputValue={sought} onInputChange={setSought} filter={fits}>
            <SearchField className="field" aria-label="Command" autoFocus>
              <Input onKeyDownCapture={enter} placeholder="What do you want to do?" />
            </SearchField>
            <Menu
              className="menu"
              aria-label="Commands"
              items={entries}
              onAction={(id) => choose(String(id))}
              renderEmptyState={() => <p className="empty-list">No command is called that.</p>}
            >
              {(entry) => (
                <MenuItem textValue={entryText(entry)} className="menu-item">
                  <span className="menu-item-text">{entry.label}</span>
                  <span className="menu-item-note">{entry.group}</span>
                  {entry.shortcut && <kbd className="key">{keysText(entry.shortcut[0]!)}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What can be done now, and the views that the case comes with. */
function useEntries(): Entry[] {
  const { commands } = useWorkspace();
  const state = useShown((s) => s);
  const listed = Object.entries(commands).filter(([, command]) => command.listed && command.enabled(state));
  const views = state.dataset?.perspectives ?? [];
  return [
    ...listed.map(([id, { label, group, words = '', shortcut }]) => ({ id, label, group, note: words, ...(shortcut ? { shortcut } : {}) })),
    ...views.map(({ id, title, summary }) => ({
      id: `${VIEW}${id}`, label: `Show ${title}`, group: 'view of the case', note: summary ?? '',
    })),
  ];
}
