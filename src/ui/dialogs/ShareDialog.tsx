import { useEffect, useState } from 'react';
import { list, namedAllTheSameText } from '../../wording';
import { hiddenSummary, isLinkable, LONGEST_LINK, type ViewLink, type WorkspaceState } from '../../workspace';
import { Window } from '../parts/Window';
import { useHiddenAndNamed } from '../shell/useHiddenAndNamed';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';
import { Fact } from './Fact';
import './share.css';

/** The view for others: a link where one leads to it, else the file with its view. */
export function ShareDialog() {
  const { viewLink } = useWorkspace();
  const shown = useShown((s) => s);
  const run = useRun();
  const [link, setLink] = useState<ViewLink | undefined>();
  const linked = isLinkable(shown);
  useEffect(() => {
    let late = false;
    void viewLink().then((made) => !late && setLink(made));
    return () => void (late = true);
  }, [viewLink, shown]);
  const close = () => run('closeDialog');
  const act = (command: 'copyLink' | 'saveView' | 'saveCase') => {
    void run(command);
    close();
  };
  const asFile = !linked || link?.tooLong === true;
  const empty = shown.chart.entities.size === 0;
  const foot = (
    <>
      <button type="button" className="button" disabled={empty} onClick={() => run('openSnapshot')}>Picture, page or brief…</button>
      {asFile && <button type="button" className="button" onClick={() => act('saveCase')}>Save the whole case</button>}
      <button type="button" className={asFile ? 'button primary' : 'button'} disabled={empty} onClick={() => act('saveView')}>
        Save file with this view
      </button>
      {!asFile && <button type="button" className="button primary" disabled={!link} onClick={() => act('copyLink')}>Copy link</button>}
    </>
  );
  return (
    <Window title="Share this view" onClose={close} foot={foot}>
      {!linked && <OwnFile />}
      {link?.tooLong && <TooLong length={link.href.length} />}
      {link && !link.tooLong && <Link href={link.href} />}
    </Window>
  );
}

function Link({ href }: { href: string }) {
  const comes = useShown((s) => list(comesAlong(s)));
  const hidden = useShown((s) => s.chart.hidden.size);
  return (
    <div className="share-form">
      <label className="field">
        <span className="field-label">Link</span>
        <input type="text" className="mono" readOnly value={href} onFocus={(e) => e.target.select()} />
      </label>
      <ul className="share-facts">
        <Fact sign="yes">It opens what you see: {comes}.</Fact>
        <Fact sign="yes">The chart is in the link itself: nothing is stored anywhere.</Fact>
        {hidden > 0 && (
          <Fact sign="no">
            It hides nothing for good: {hidden === 1 ? 'the hidden entity' : `the ${hidden} hidden entities`} can be shown again by
            everyone who opens it. A file leaves {hidden === 1 ? 'it' : 'them'} out.
          </Fact>
        )}
        {isLoopback(href) && (
          <Fact sign="no">
            It leads to this machine ({new URL(href).host}). Others can open it only where Throughline runs at the same address; send them
            a file instead.
          </Fact>
        )}
      </ul>
    </div>
  );
}

/** Whether a link leads to the machine that it was made on, and to no other. */
function isLoopback(href: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(href).hostname);
}

function TooLong({ length }: { length: number }) {
  return (
    <div className="share-form">
      <p>
        The link to this view would have {length.toLocaleString('en')} characters. Many mail and chat programs cut links of more than{' '}
        {LONGEST_LINK.toLocaleString('en')}, and a link that is cut does not open this view.
      </p>
      <FileFacts />
    </div>
  );
}

function OwnFile() {
  const bundled = useShown((s) => s.dataset?.bundled);
  const title = useShown((s) => s.dataset?.fromSnapshot?.title ?? s.dataset?.description.title);
  return (
    <div className="share-form">
      {bundled === undefined
        ? <p>“{title}” is a file of your own. It is on this machine alone, so a link to it would not open anywhere else.</p>
        : <p>You changed “{title}”. Your changes are on this machine alone, so a link would not show them to others.</p>}
      <FileFacts />
    </div>
  );
}

/** What a file with the view holds, and what it does not. */
function FileFacts() {
  const hidden = useShown(hiddenSummary);
  const named = namedAllTheSameText(useHiddenAndNamed());
  return (
    <ul className="share-facts">
      <Fact sign="yes">
        Send a file instead: it opens in Throughline with this view, where everything stands and with the answer to your question.
      </Fact>
      <Fact sign="no">
        It holds only what is drawn{hidden.text && ` (${hidden.text})`}. The whole case opens with this view as well, and holds
        everything, what is hidden included.
      </Fact>
      {named && <Fact sign="warning">{named}</Fact>}
    </ul>
  );
}

/** What of the view a link carries. */
function comesAlong({ chart, camera, trace, selection }: WorkspaceState): string[] {
  const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;
  const marked = [chart.pinned.size > 0 && `${chart.pinned.size} pinned`, chart.hidden.size > 0 && `${chart.hidden.size} hidden`].filter(
    (t) => t !== false,
  );
  return [
    `${count(chart.entities.size, 'entity', 'entities')} where they stand${marked.length > 0 ? ` (${marked.join(', ')})` : ''}`,
    ...(Object.keys(chart.filter).length > 0 ? ['the filter'] : []), ...(camera ? ['the part that is in view'] : []),
    ...(trace.answer ? ['the question and its answer'] : []), ...(selection ? ['what is selected'] : []),
  ];
}
