import type { ReactNode } from 'react';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  /** How many there are, at the right. */
  count?: number | undefined;
  autoFocus?: boolean;
}

/** A tick box with its label and a count. */
export function Check({ checked, onChange, children, count, autoFocus = false }: Props) {
  return (
    <label className="check">
      <input type="checkbox" autoFocus={autoFocus} checked={checked} onChange={(e) => onChange(e.target.checked)} />
      <span className="check-label">{children}</span>
      {count !== undefined && <span className="check-count">{count.toLocaleString('en')}</span>}
    </label>
  );
}
