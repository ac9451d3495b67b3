import { useId, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import type { ClaimLine, Completion } from '../../entry';
import { useRun, useShown } from '../shell/useWorkspace';
import { useEntryFocus } from './useEntryFocus';

/** A line that is one claim: what is doubted is underlined, what it will be stands below, Tab completes, Enter enters, Escape leaves. */
export function ClaimField() {
  const { text, line, completions, chosen } = useShown((s) => s.entry);
  const run = useRun();
  const field = useRef<HTMLInputElement>(null);
  const marks = useRef<HTMLDivElement>(null);
  const caret = useRef<number>(undefined);
  const list = useId();
  const says = useId();
  useEntryFocus(field, ({ text: before, entered }) => {
    if (before !== '') void run('typeLine', { text: text + before, caret: text.length + before.length });
    if (entered) void run('enterClaim', text + before);
  });
  useLayoutEffect(() => {
    if (caret.current === undefined) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = undefined;
  }, [text]);
  const type = (next: string, at: number) => void run('typeLine', { text: next, caret: at });
  const complete = ({ from, text: put }: Completion) => {
    // It was found for what stood before the caret then; what was typed on since is what it completes.
    const to = Math.max(from, field.current?.selectionStart ?? text.length);
    const next = text.slice(0, from) + put + text.slice(to).replace(/^ /, '');
    caret.current = from + put.length;
    type(next, caret.current);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const open = completions.length > 0;
    const step = (by: number) => void run('chooseCompletion', (chosen + by + completions.length) % completions.length);
    if (event.key === 'Enter') void run('enterClaim', text);
    else if (event.key === 'Escape') void run(open ? 'closeCompletions' : 'leaveEntry');
    else if (event.key === 'Tab' && !event.shiftKey && open) complete(completions[chosen]!);
    else if (event.key === 'ArrowDown' && open) step(1);
    else if (event.key === 'ArrowUp' && open) step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const follow = () => {
    if (marks.current && field.current) marks.current.scrollLeft = field.current.scrollLeft;
  };
  return (
    <div className="entry-claim">
      <div className="field entry-field">
        <div ref={marks} className="entry-marks" aria-hidden="true">{markedText(text, line)}</div>
        <input
          ref={field}
          className="entry-input"
          value={text}
          spellCheck={false}
          autoComplete="off"
          role="combobox"
          aria-label="Claim"
          aria-expanded={completions.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-describedby={says}
          {...(completions.length > 0 ? { 'aria-activedescendant': `${list}-${chosen}` } : {})}
          placeholder='Orascom owns Koryolink 75 % 2008-12..2015 p. 4 "quote"'
          onChange={(event) => type(event.target.value, event.target.selectionStart ?? event.target.value.length)}
          onKeyDown={onKeyDown}
          onScroll={follow}
          onSelect={follow}
        />
      </div>
      <ul id={list} className="entry-completions" role="listbox" aria-label="Completions" hidden={completions.length === 0}>
        {completions.map((one, i) => (
          <li
            key={`${one.kind} ${one.text}`}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === chosen}
            className="entry-completion"
            onPointerDown={(event) => {
              event.preventDefault();
              complete(one);
            }}
          >
            <span>{one.label}</span> <span className="quiet">{one.detail}</span>
          </li>
        ))}
      </ul>
      <Reading id={says} />
    </div>
  );
}

/** The line with its doubts underlined; those of an older text are not shown. */
function markedText(text: string, line: ClaimLine | undefined) {
  if (line?.text !== text) return text;
  const pieces = [];
  let at = 0;
  for (const { from, to } of line.doubts) {
    if (from < at) continue;
    pieces.push(text.slice(at, from), <mark key={from} className="entry-doubt">{text.slice(from, to)}</mark>);
    at = to;
  }
  pieces.push(text.slice(at));
  return pieces;
}

/** What the line will be, as a sentence; what becomes of it; what it contradicts; and what of it is not understood. */
function Reading({ id }: { id: string }) {
  const { text, line, preview, confirm } = useShown((s) => s.entry);
  const cited = useShown((s) => s.entry.source !== undefined);
  const current = line?.text === text ? line : undefined;
  return (
    <div id={id} className="entry-reading" aria-live="polite">
      {preview && current && (
        <p className="entry-sentence">
          <span className="prose">{preview.sentence}</span> <span className="quiet small-text">{preview.becomes}</span>
        </p>
      )}
      {preview && current?.claim && (
        <p className="entry-parts quiet small-text">
          {current.parts
            .filter((p) => !['subject', 'verb', 'object'].includes(p.what))
            .map((p) => `${p.what}: ${p.says}`)
            .join(' · ')}
        </p>
      )}
      {current
        && preview?.contradicts.map((said) => (
          <p key={said} className="entry-contradiction small-text">
            <span aria-hidden="true">≠</span> {said}
          </p>
        ))}
      {current
        && text.trim() !== ''
        && current.doubts.map(({ from, message }) => (
          <p key={`${from} ${message}`} className="entry-question small-text">
            <span aria-hidden="true">?</span> {message}
          </p>
        ))}
      {confirm && <p className="small-text"><b>Enter again</b> to enter it without what is underlined.</p>}
      {text.trim() === '' && (
        <p className="quiet small-text">
          Who, a verb, whom; then share, dates, “alleged”, place and quote in any order. {cited ? '' : 'Name the source first. '}Tab
          completes, Enter enters, Escape leaves.
        </p>
      )}
    </div>
  );
}
