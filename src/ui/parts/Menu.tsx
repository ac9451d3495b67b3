import { Check, type IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './Icon';

export interface MenuEntry {
  id: string;
  label: string;
  note?: string | undefined;
  keys?: string | undefined;
  icon?: IconNode;
  /** Ticked or not; absent: nothing that can be ticked. */
  ticked?: boolean;
  disabled?: boolean;
}

export interface MenuGroup {
  title?: string;
  entries: readonly MenuEntry[];
}

interface Props {
  label: string;
  groups: readonly MenuGroup[];
  onChoose: (id: string) => void;
  /** The button that opens it. */
  children: ReactNode;
  align?: 'start' | 'end';
}

/** A button that opens a list of things to do. */
export function Menu({ label, groups, onChoose, children, align = 'end' }: Props) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="popover" placement={`bottom ${align}`} offset={4}>
        <MenuList label={label} groups={groups} onChoose={onChoose} />
      </Popover>
    </MenuTrigger>
  );
}

export function MenuList({ label, groups, onChoose }: Omit<Props, 'children' | 'align'>) {
  return (
    <AriaMenu className="menu" aria-label={label} onAction={(key) => onChoose(String(key))}>
      {groups.map((group, i) => (
        <MenuSection key={group.title ?? i} className="menu-section" aria-label={group.title ?? label}>
          {group.title && <Header className="menu-header">{group.title}</Header>}
          {group.entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} isDisabled={entry.disabled ?? false} className="menu-item">
              {entry.ticked !== undefined && <span className="menu-item-tick">{entry.ticked && <Icon of={Check} />}</span>}
              {entry.icon && <Icon of={entry.icon} />}
              <span className="menu-item-text">
                {entry.label}
                {entry.note && <span className="menu-item-note hit-note">{entry.note}</span>}
              </span>
              {entry.keys && <kbd className="key">{entry.keys}</kbd>}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </AriaMenu>
  );
}
