import { useState, type FormEvent, type RefObject } from 'react';
import type { Period } from '../../model';
import { selectsOnEntry } from '../parts/selectsOnEntry';
import { periodText, readPeriod } from './yearScale';

interface Props {
  label: string;
  period: Period | undefined;
  onPeriod: (period: Period | undefined) => void;
  /** Whether the label stands before the field or is only heard. */
  labelled?: boolean;
  input?: RefObject<HTMLInputElement | null>;
}

/** A date or a period, typed; Enter or leaving the field takes it, an empty one takes the limit away. */
export function PeriodField({ label, period, onPeriod, labelled = true, input }: Props) {
  const said = period ? periodText(period) : '';
  const [draft, setDraft] = useState<string>();
  const [refused, setRefused] = useState(false);
  const take = () => {
    if (draft === undefined || draft === said) return setDraft(undefined);
    const read = readPeriod(draft);
    const empty = draft.trim() === '';
    setRefused(!empty && !read);
    if (!empty && !read) return;
    setDraft(undefined);
    onPeriod(read);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    take();
    event.currentTarget.querySelector('input')!.select();
  };
  return (
    <form className="period-field" onSubmit={onSubmit}>
      <label className="field" data-invalid={refused || undefined}>
        <span className={labelled ? 'field-label' : 'unseen'}>{label}</span>
        <input
          {...(input ? { ref: input } : {})}
          {...selectsOnEntry}
          type="text"
          inputMode="numeric"
          className="figure"
          placeholder="any time"
          value={draft ?? said}
          aria-invalid={refused}
          aria-describedby={refused ? 'period-refused' : undefined}
          onChange={(e) => setDraft(e.target.value)}
          onBlur={take}
        />
      </label>
      {refused && <p className="field-message" id="period-refused" role="alert">Write 2009, 2008-12 or 2008–2016.</p>}
    </form>
  );
}
