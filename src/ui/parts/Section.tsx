import { useId, type ReactNode } from 'react';

/** A titled part of a panel, found by its heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-heading">
        <h2 className="section-title" id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
