import { useState } from 'react';
import { Segments } from '../parts/Segments';
import { useRun, useShown } from '../shell/useWorkspace';
import { CheckSheet } from '../checks/CheckSheet';
import { AddEntityRow, AddTieRow } from './AddRow';
import { EntityTable } from './EntityTable';
import { RelationshipTable } from './RelationshipTable';
import { WholeTable } from './WholeTable';
import './tables.css';

const TABLES = [
  { id: 'entities', label: 'Entities' }, { id: 'relationships', label: 'Relationships' }, { id: 'claims', label: 'Check sheet' },
] as const;

const ROWS = [{ id: 'drawn', label: 'Drawn' }, { id: 'all', label: 'All data' }] as const;

/**
 * What is drawn, as tables: sorted, filtered, and selecting in step with the chart; the same of all the data, page by page; and every
 * claim, to be checked.
 */
export default function TablePane() {
  const { table, rows } = useShown((s) => s.view);
  const run = useRun();
  const [sought, setSought] = useState('');
  const drawn = rows === 'drawn';
  const words = drawn || table === 'claims' ? 'filter the rows' : table === 'entities' ? 'find by name' : 'find by a party’s name';
  return (
    <div className="table-pane">
      <div className="table-tools">
        <Segments label="Table of" value={table} options={TABLES} onChange={(id) => run('showTable', id)} />
        {table !== 'claims' && <Segments label="Rows of" value={rows} options={ROWS} onChange={(id) => run('showRows', id)} />}
        <label className="field">
          <span className="unseen">{words}</span>
          <input type="search" placeholder={words} value={sought} onChange={(e) => setSought(e.target.value)} />
        </label>
      </div>
      {table !== 'claims' && !drawn && <WholeTable key={table} of={table} sought={sought} />}
      {table === 'entities' && drawn && <><EntityTable sought={sought} /><AddEntityRow /></>}
      {table === 'relationships' && drawn && <><RelationshipTable sought={sought} /><AddTieRow /></>}
      {table === 'claims' && <CheckSheet sought={sought} />}
    </div>
  );
}
