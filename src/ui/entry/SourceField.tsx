import { useRef, useState, type KeyboardEvent } from 'react';
import { sourceKinds, type SourceKind } from '../../model';
import type { SourceFields } from '../../workspace';
import { useRun, useShown } from '../shell/useWorkspace';
import { useEntryFocus } from './useEntryFocus';

/**
 * Where a source is pasted: an address, a citation, BibTeX or RIS. What was read of it stands below, to be corrected;
 * nothing is asked of anybody.
 */
export function SourceField() {
  const { text, read } = useShown((s) => s.entry);
  const [fields, setFields] = useState<SourceFields>({});
  const run = useRun();
  const field = useRef<HTMLTextAreaElement>(null);
  useEntryFocus(field, ({ text: before, entered }) => {
    if (entered) void run('enterSource', { text: text + before });
    else if (before !== '') void run('typeSource', text + before);
  });
  const enter = () => {
    if (text.trim() !== '')
      void run('enterSource', { text, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) enter();
    else if (event.key === 'Escape') void run('leaveEntry');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const said = { ...read?.source, ...fields };
  const put = (change: SourceFields) => setFields({ ...fields, ...change });
  return (
    <div className="entry-new-source" onKeyDown={onKeyDown}>
      <div className="field entry-field">
        <textarea
          ref={field}
          className="entry-input entry-paste"
          rows={2}
          value={text}
          aria-label="Source"
          placeholder="Paste an address, a citation, BibTeX or RIS"
          spellCheck={false}
          onChange={(event) => void run('typeSource', event.target.value)}
        />
      </div>
      {read ? (
        <>
          <div className="entry-source-fields">
            <label>
              Title <input value={said.title ?? ''} onChange={(e) => put({ title: e.target.value })} />
            </label>
            <label>
              Publisher <input value={said.publisher ?? ''} onChange={(e) => put({ publisher: e.target.value })} />
            </label>
            <label>
              Kind
              <select value={said.kind} onChange={(e) => put({ kind: e.target.value as SourceKind })}>
                {sourceKinds
                  .filter((kind) => kind !== 'reading')
                  .map((kind) => (
                    <option key={kind}>{kind}</option>
                  ))}
              </select>
            </label>
          </div>
          <p className="quiet small-text">
            Read as {read.as === 'address' ? 'an address' : read.as === 'citation' ? 'a citation' : read.as}
            {[said.author, said.published && `published ${said.published}`, said.accessed && `read ${said.accessed}`]
              .filter(Boolean)
              .map((part) => ` · ${part}`)}
            .{read.left.length > 0 && ` Left out: ${read.left.join(', ')}.`} <b>Enter</b> makes it the source of what you type next.
          </p>
        </>
      ) : (
        <p className="quiet small-text">
          No request is made: what is not in the text is left for you to fill. Enter takes it, Escape leaves.
        </p>
      )}
    </div>
  );
}
