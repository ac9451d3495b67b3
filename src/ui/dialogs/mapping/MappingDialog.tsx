import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { missingIn, type TableReading } from '../../../workspace';
import { ReadAs } from '../ReadAs';
import { Window } from '../../parts/Window';
import { useRun, useShown } from '../../shell/useWorkspace';
import { doubtsOf } from './doubtsOf';
import { FileOptions } from './FileOptions';
import { Outcome, Remarks } from './Outcome';
import { RowsOutcome } from './RowsOutcome';
import { TablePanel } from './TablePanel';
import './mapping.css';

/**
 * How a file of tables is to be read, settled before anything is replaced:
 * what each table, column and value means, how dates and numbers are written.
 */
export function MappingDialog() {
  const reading = useShown((s) => s.reading);
  const run = useRun();
  if (!reading) return null;
  const close = () => void run('cancelMapping');
  return (
    <Window
      title={reading.asRows ? 'Enter pasted rows' : `Import “${reading.file}”`} full onClose={close}
      foot={<Foot reading={reading} onClose={close} />}
    >
      <div className="mapping">
        <Doubts reading={reading} />
        <Tables reading={reading} />
        <FileOptions reading={reading} />
        <Remarks reading={reading} />
        <RowsOutcome reading={reading} />
      </div>
    </Window>
  );
}

/** What is doubtful about the file as a whole. */
function Doubts({ reading: { preview } }: { reading: TableReading }) {
  const doubts = doubtsOf(preview).file;
  if (doubts.length === 0) return null;
  return <ul className="mapping-doubts" aria-label="Questions about the file">{doubts.map((d, i) => <li key={i}>{d.message}</li>)}</ul>;
}

/** The tables of the file, one at a time where there are several. */
function Tables({ reading }: { reading: TableReading }) {
  const { tables } = reading.preview;
  const doubts = doubtsOf(reading.preview).tables;
  if (tables.length === 0) return <p className="mapping-none">This file contains no table.</p>;
  if (tables.length === 1) return <TablePanel reading={reading} table={0} />;
  return (
    <Tabs className="mapping-tabs">
      <TabList className="tab-list mapping-tab-list" aria-label="Tables">
        {tables.map(({ name, hidden }, i) => {
          const left = reading.mapping.tables[i]?.role === 'ignore';
          const unsure = !left && (doubts[i]!.table.length > 0 || doubts[i]!.columns.size > 0);
          return (
            <Tab key={i} id={String(i)} className="tab mapping-tab" data-left-out={left || undefined}>
              {name}
              {hidden && <span className="quiet"> hidden</span>}
              {unsure && (
                <span className="mapping-mark" title="Needs review">
                  !<span className="unseen">: needs review</span>
                </span>
              )}
            </Tab>
          );
        })}
      </TabList>
      {tables.map((_, i) => (
        <TabPanel key={i} id={String(i)} className="mapping-tab-panel">
          <TablePanel reading={reading} table={i} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Foot({ reading, onClose }: { reading: TableReading; onClose: () => void }) {
  const run = useRun();
  const [other, setOther] = useState(false);
  const { tables } = reading.mapping;
  const nothing =
    tables.every(({ role }) => role === 'ignore') || tables.every((one) => missingIn(one) !== undefined || one.role === 'ignore');
  const empty = !reading.counting && reading.counts?.entities === 0 && reading.counts.relationships === 0;
  return (
    <>
      {reading.asRows ? null : other ? (
        <ReadAs format="table" onChoose={(format) => void run('readAs', format)} />
      ) : (
        <button type="button" className="text-button mapping-other" onClick={() => setOther(true)}>
          Not a table? Choose another format
        </button>
      )}
      <Outcome reading={reading} />
      <button type="button" className="button" onClick={onClose}>Cancel</button>
      <button type="button" className="button primary" disabled={nothing || empty} onClick={() => void run('openMapped')}>
        {reading.asRows ? 'Enter' : reading.again ? 'Open again' : 'Open'}
      </button>
    </>
  );
}
