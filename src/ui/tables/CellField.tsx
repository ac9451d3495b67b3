import { useRef, useState, type KeyboardEvent } from 'react';
import { FieldError } from '../editing/fields';

interface Props {
  label: string;
  initial: string;
  /** Throws `FieldError` for what does not fit; `move` is where Tab leads, 0 for Enter. */
  onCommit: (text: string, move: -1 | 0 | 1) => void;
  onCancel: () => void;
}

/** A cell that is edited in place: Enter takes it, Tab takes it and goes on, Escape leaves it as it was. */
export function CellField({ label, initial, onCommit, onCancel }: Props) {
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string>();
  const left = useRef(false);
  const commit = (move: -1 | 0 | 1) => {
    try {
      left.current = true;
      onCommit(text, move);
    } catch (fault) {
      left.current = false;
      if (!(fault instanceof FieldError)) throw fault;
      setError(fault.message);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') commit(0);
    else if (event.key === 'Tab') commit(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      left.current = true;
      onCancel();
    } else return;
    event.preventDefault();
  };
  return (
    <span className="cell-field">
      <input
        autoFocus aria-label={label} aria-invalid={error !== undefined || undefined} value={text} onFocus={(e) => e.target.select()}
        onChange={(e) => { setText(e.target.value); setError(undefined); }}
        onClick={(e) => e.stopPropagation()} onDoubleClick={(e) => e.stopPropagation()} onKeyDown={onKeyDown}
        onBlur={() => { if (!left.current) commit(0); }}
      />
      {error !== undefined && <span className="cell-error" role="alert">{error}</span>}
    </span>
  );
}
