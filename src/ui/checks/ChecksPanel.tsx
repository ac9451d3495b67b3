import { useState } from 'react';
import type { LintRow } from '../../analysis';
import { Progress } from '../parts/Progress';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';
import './checks.css';

/** What each rule of the lint finds, most serious first. */
const TITLES: Readonly<Record<string, string>> = {
  'dangling-source': 'Cites a source that is not there',
  'dangling-end': 'Ends at nobody',
  'dangling-origin': 'Derives from a source that is not there',
  'circular-origin': 'Sources that derive from one another',
  'dangling-ground': 'A reading that rests on what is gone',
  'reading-without-grounds': 'A reading without grounds',
  unsourced: 'No source',
  'open-contradiction': 'Contradictions nobody has looked at',
  'shares-above-100': 'Shares above 100 %',
  'reversed-dates': 'Ends before it starts',
  'impossible-date': 'Impossible dates',
  'single-source': 'One publisher only',
  'copied-source': 'Several publishers, one origin',
  'probable-duplicate': 'Probably recorded twice',
  'duplicate-relationship': 'Recorded twice',
  'isolated-entity': 'Tied to nothing',
  'unused-source': 'Sources that nothing cites',
  'dangling-note': 'Notes at what is gone',
};

/** What a careful editor would look at again, by rule, as the data are now. Each row leads to its record. */
export default function ChecksPanel() {
  const lint = useShown((s) => s.lint);
  const run = useRun();
  const counts = Object.values(lint?.answer?.counts ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Section title="Checks">
        <p className="quiet small-text">What a careful editor would look at again. It follows what you enter.</p>
        <p role="status" className="small-text">
          {lint?.answer ? (counts === 0 ? 'Nothing is left to look at.' : `${counts.toLocaleString('en')} to look at.`) : ''}
        </p>
        <div className="chips checks-actions">
          <button type="button" className="chip" onClick={() => run('showCheckSheet')}>Check sheet</button>
          <button type="button" className="chip" onClick={() => run('saveCheckSheet')}>Save it as a workbook</button>
        </div>
      </Section>
      {lint?.phase === 'failed' && <p role="alert" className="section">{lint.message}</p>}
      {!lint?.answer && lint?.phase === 'asking' && <div className="section"><Progress label="Looking for what is left to check" /></div>}
      {groupsOf(lint?.answer?.rows ?? []).map(([code, rows]) => (
        <Rule key={code} code={code} rows={rows} count={lint!.answer!.counts[code] ?? rows.length} />
      ))}
    </>
  );
}

/** Rows by rule, in the order of the titles; the rules of later versions last. */
function groupsOf(rows: readonly LintRow[]): [string, LintRow[]][] {
  const groups = new Map<string, LintRow[]>(Object.keys(TITLES).map((code) => [code, []]));
  for (const row of rows) {
    if (row.code === 'more-issues') continue;
    groups.set(row.code, [...(groups.get(row.code) ?? []), row]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}

/** How many rows of a rule are listed at first; the next ones move up as these are settled. */
const LISTED = 30;

function Rule({ code, rows, count }: { code: string; rows: readonly LintRow[]; count: number }) {
  const run = useRun();
  const [all, setAll] = useState(false);
  const listed = all ? rows : rows.slice(0, LISTED);
  return (
    <Section title={TITLES[code] ?? code} aside={<span className="badge figure">{count.toLocaleString('en')}</span>}>
      <ul className="checks-rows">
        {listed.map((row, i) => (
          <li key={`${row.at} ${i}`}>
            <button
              type="button" className="text-button checks-about" disabled={!row.record}
              onClick={() => row.record && run('showRecord', row.record)}
            >
              {row.about === '' ? row.at : row.about}
            </button>
            <p className="quiet small-text">{row.message}</p>
          </li>
        ))}
      </ul>
      {rows.length > listed.length && (
        <button type="button" className="chip" onClick={() => setAll(true)}>
          Show {(rows.length - listed.length).toLocaleString('en')} more
        </button>
      )}
      {all && count > rows.length && <p className="quiet small-text">and {(count - rows.length).toLocaleString('en')} more</p>}
    </Section>
  );
}
