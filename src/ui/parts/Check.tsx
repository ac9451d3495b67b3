import type { ReactNode } from 'react';

interface Props {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  /** How many there are, at the right. */
  count?: number | undefined;
}

/** A tick box with its label and a count. */
export function Check({ checked, onChange, children, count }: Props) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(e) => onChange(e.target.checked)} />
      <span className="check-label">{children}</span>
      {count !== undefined && <span className="check-count">{count}</span>}
    </label>
  );
}
