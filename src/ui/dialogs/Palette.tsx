import { useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField, useFilter } from 'react-aria-components';
import { keysText } from '../shell/keysText';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';

/** Before the id of a named view of the case. */
const VIEW = 'view:';

/** Every command by name, with its shortcut; Enter does it. */
export function Palette() {
  const workspace = useWorkspace();
  const state = useShown((s) => s);
  const run = useRun();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [sought, setSought] = useState('');
  const close = () => run('closeDialog');
  const commands = Object.entries(workspace.commands).filter(([, command]) => command.listed && command.enabled(state));
  const views = (state.dataset?.perspectives ?? []).map((p) => [`${VIEW}${p.id}`, { label: `Show ${p.title}`, group: 'view of the case', note: p.summary }] as const);
  const choose = (id: string) => {
    close();
    if (id.startsWith(VIEW)) return void run('showPerspective', id.slice(VIEW.length));
    return void run(id as 'fit');
  };
  return (
    <ModalOverlay className="dialog-shade" isOpen isDismissable onOpenChange={(open) => !open && close()}>
      <Modal className="dialog-window">
        <Dialog className="palette" aria-label="Commands">
          <Autocomplete inputValue={sought} onInputChange={setSought} filter={(text, input) => input.split(/\s+/).every((word) => contains(text, word))}>
            <SearchField className="field" aria-label="Command" autoFocus>
              <Input placeholder="What do you want to do?" />
            </SearchField>
            <Menu className="menu" aria-label="Commands" items={[...commands.map(([id, command]) => ({ id, command: { label: command.label, group: command.group as string, note: '', shortcut: command.shortcut } })), ...views.map(([id, command]) => ({ id, command: { ...command, shortcut: undefined } }))]} onAction={(id) => choose(String(id))} renderEmptyState={() => <p className="empty-list">No command is called that.</p>}>
              {({ id, command }) => (
                <MenuItem id={id} textValue={`${command.label} ${command.group} ${command.note}`} className="menu-item">
                  <span className="menu-item-text">{command.label}</span>
                  <span className="menu-item-note">{command.group}</span>
                  {command.shortcut && <kbd className="key">{keysText(command.shortcut[0]!)}</kbd>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
