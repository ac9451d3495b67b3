import type { IconNode } from 'lucide';
import type { ComponentProps } from 'react';
import { Icon } from './Icon';

type Props = Omit<ComponentProps<'button'>, 'aria-label' | 'children' | 'title'> & {
  icon: IconNode;
  /** What it does, as a screen reader says it and a pointer's tip shows it. */
  label: string;
  /** The shortcut, as the tip shows it. */
  keys?: string | undefined;
  plain?: boolean;
  small?: boolean;
};

export function IconButton({ icon, label, keys, plain = false, small = false, className = '', ...rest }: Props) {
  const classes = ['icon-button', plain && 'plain', small && 'small', className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} aria-label={label} title={keys ? `${label} (${keys})` : label} {...rest}>
      <Icon of={icon} />
    </button>
  );
}
