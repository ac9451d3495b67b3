import type { IconNode } from 'lucide';
import { createElement } from 'react';

/** A drawn sign beside a word or on a button that has a name; never read aloud. */
export function Icon({ of, small = false }: { of: IconNode; small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {of.map(([tag, attributes], i) => createElement(tag, { key: i, ...attributes }))}
    </svg>
  );
}
