import { useMemo, useRef, useState, type ChangeEvent, type ClipboardEvent } from 'react';
import { namesInText, occursIn, type Named } from '../../entry';
import type { CapturedFile } from '../../model';
import type { SourceText } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { NoTextError, readTextFile } from './readTextFile';
import './sourceText.css';

/** A text or a PDF beside the chart: a passage that is marked becomes the quote of the next claim, with its page. */
export default function SourceTextPanel() {
  const text = useShown((s) => s.sourceText);
  return text ? <Reading text={text} /> : <Opening />;
}

/** Where a text is pasted or a file is chosen. */
function Opening() {
  const run = useRun();
  const [error, setError] = useState<string>();
  const read = async (file: File) => {
    try {
      setError(undefined);
      await run('openText', await readTextFile(file));
    } catch (fault) {
      if (!(fault instanceof NoTextError)) throw fault;
      setError(fault.message);
    }
  };
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (file) await read(file);
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted.trim() === '') return;
    event.preventDefault();
    void run('openText', { name: 'Pasted text', pages: [pasted], numbered: false });
  };
  return (
    <Section title="Text of a source">
      <p className="quiet small-text">
        Paste a text, or open a text file or a PDF. Mark a passage, and it is the quote of the next claim. It stays on this machine.
      </p>
      <textarea
        className="source-paste" rows={5} aria-label="Paste a text" placeholder="Paste a text here" defaultValue="" onPaste={paste}
      />
      <label className="button source-open">
        Open a text or a PDF…
        <input type="file" className="unseen" accept=".txt,.md,.pdf,text/plain,application/pdf" onChange={(e) => void choose(e)} />
      </label>
      <Captured onRead={read} onError={setError} />
      {error !== undefined && <p role="alert">{error}</p>}
    </Section>
  );
}

/** The files that sources of the case were read from, to be read again where they are kept here. */
function Captured({ onRead, onError }: { onRead: (file: File) => Promise<void>; onError: (message: string) => void }) {
  const sources = useShown((s) => s.records.sources);
  const { capturedFile } = useWorkspace();
  const files = useMemo(
    () => new Map([...sources.values()].flatMap(({ file }) => (file ? [[file.sha256, file] as const] : []))), [sources],
  );
  if (files.size === 0) return null;
  const open = async ({ name, mediaType, sha256 }: CapturedFile) => {
    const blob = await capturedFile(sha256);
    if (blob) await onRead(new File([blob], name, { type: mediaType }));
    else onError(`“${name}” is not kept here: the case has its hash alone. Open the file from where it is.`);
  };
  return (
    <>
      <p className="quiet small-text">Files of the case:</p>
      <div className="chips">
        {[...files.values()].map((file) => (
          <button key={file.sha256} type="button" className="chip" title={`SHA-256 ${file.sha256}`} onClick={() => void open(file)}>
            {file.name}
          </button>
        ))}
      </div>
    </>
  );
}

function Reading({ text }: { text: SourceText }) {
  const run = useRun();
  const body = useRef<HTMLDivElement>(null);
  const names = useNames();
  const quote = () => {
    const marked = markedIn(body.current);
    if (marked) void run('quotePassage', { passage: marked.passage, ...(text.numbered ? { page: marked.page } : {}) });
  };
  return (
    <>
      <Section
        title={text.name}
        aside={<button type="button" className="text-button" onClick={() => run('openText', undefined)}>Close</button>}
      >
        <div className="chips">
          {/* The passage stays marked while the button is pressed. */}
          <button type="button" className="chip" onMouseDown={(e) => e.preventDefault()} onClick={quote}>Quote what is marked</button>
          {text.file && (
            <button
              type="button" className="chip" title={`SHA-256 ${text.file.sha256}`}
              onClick={() => run('captureFile', { file: text.file! })}
            >
              The source was read from this file
            </button>
          )}
          {text.file && text.blob && (
            <button
              type="button" className="chip" title="The source was read from it, and it goes along where the case is saved with its files."
              onClick={() => run('captureFile', { file: text.file!, keep: text.blob })}
            >
              Keep the file with the case
            </button>
          )}
        </div>
        <Missing text={text} />
      </Section>
      <div
        className="section source-text prose" ref={body} role="document" aria-label={text.name} tabIndex={0}
        onKeyDown={(e) => e.key === 'q' && quote()}
      >
        {text.pages.map((page, i) => (
          <article key={i} data-page={i + 1}>
            {text.numbered && <p className="quiet small-text source-page">p. {i + 1}</p>}
            <p><WithNames text={page} names={names} /></p>
          </article>
        ))}
      </div>
    </>
  );
}

/** The passage that is marked in the text, and on which page it begins. */
function markedIn(body: HTMLElement | null): { passage: string; page: number } | undefined {
  const selection = document.getSelection();
  if (!body || !selection || selection.rangeCount === 0 || !body.contains(selection.anchorNode)) return undefined;
  const { startContainer } = selection.getRangeAt(0);
  const page = (startContainer.parentElement ?? body).closest('[data-page]')?.getAttribute('data-page');
  const passage = selection.toString().trim();
  return passage === '' ? undefined : { passage, page: Number(page ?? 1) };
}

/** By which names the entities go that the page knows. */
function useNames(): readonly Named[] {
  const entities = useShown((s) => s.records.entities);
  return useMemo(
    () => [...entities.values()].map((e) => ({ id: e.id, names: [e.name, ...(e.shortName ? [e.shortName] : []), ...(e.aliases ?? [])] })),
    [entities],
  );
}

/** A text in which whoever the case knows is underlined, to be looked at. */
function WithNames({ text, names }: { text: string; names: readonly Named[] }) {
  const run = useRun();
  const found = useMemo(() => namesInText(text, names), [text, names]);
  return (
    <>
      {found.map(({ from, to, id }, i) => (
        <span key={from}>
          {text.slice(found[i - 1]?.to ?? 0, from)}
          {/* Not a button: a passage that is marked over it is to have its words. */}
          <span
            role="link" tabIndex={0} className="source-name" onClick={() => run('showEntity', id)}
            onKeyDown={(e) => e.key === 'Enter' && run('showEntity', id)}
          >
            {text.slice(from, to)}
          </span>
        </span>
      ))}
      {text.slice(found.at(-1)?.to ?? 0)}
    </>
  );
}

/** Quotes of the active source that do not occur in the text that is open. */
function Missing({ text }: { text: SourceText }) {
  const source = useShown((s) => s.entry.source?.id);
  const records = useShown((s) => s.records);
  const whole = text.pages.join('\n');
  const missing = useMemo(
    () =>
      [...records.entities.values(), ...records.relationships.values()]
        .flatMap((r) => r.claims ?? [])
        .filter((c) => c.source === source && c.quote !== undefined && !occursIn(whole, c.quote)),
    [records, source, whole],
  );
  if (source === undefined || missing.length === 0) return null;
  return (
    <div className="source-missing small-text">
      <p>
        {missing.length === 1 ? 'One quote of the active source does' : `${missing.length} quotes of the active source do`} not occur in
        this text:
      </p>
      <ul>{missing.slice(0, 10).map((c, i) => <li key={i}>“{c.quote}”</li>)}</ul>
    </div>
  );
}
