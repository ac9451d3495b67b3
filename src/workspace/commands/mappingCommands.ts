import type { TableMapping } from '../../formats';
import type { Reshaping } from '../mapping';
import type { OutputFile } from '../platform';
import type { OpenReport } from '../state';
import { command } from './command';
import { mapping } from './parts';

/** How files of the user's are read: as which format, by which mapping, and what there was to say of it. */
export const mappingCommands = {
  setMapping: command<TableMapping>({
    label: 'Say what a column means', group: 'file', run: (session, said) => mapping((its) => its.setMapping(session, said)),
  }),
  reshape: command<Reshaping>({
    label: 'Read the file in another shape', group: 'file', run: (session, to) => mapping((its) => its.reshape(session, to)),
  }),
  openMapped: command({
    label: 'Open the tables with this mapping', group: 'file', step: 'push', enabled: (s) => s.reading !== undefined,
    run: (session) => mapping((its) => its.openMapped(session)),
  }),
  cancelMapping: command({
    label: 'Do not open the file', group: 'file', enabled: (s) => s.reading !== undefined,
    run: (session) => mapping((its) => its.cancelMapping(session)),
  }),
  changeMapping: command({
    label: 'Change how the tables are read', group: 'file', listed: true,
    enabled: (s) => s.lastReport?.format === 'table' && s.lastReport.opened,
    run: (session) => mapping((its) => its.changeMapping(session)),
  }),
  readAs: command<string>({
    label: 'Read the file as another format', group: 'file', step: 'push',
    run: (session, as) => mapping((its) => its.readAs(session, as)),
  }),
  showReport: command({
    label: 'Show the report of the file', group: 'file', listed: true, enabled: (s) => s.lastReport !== undefined,
    run: (session) => session.set({ report: session.get().lastReport }),
  }),
  saveReport: command({
    label: 'Save the report as JSON', group: 'file', enabled: (s) => s.report !== undefined,
    run: async (session) => session.deps.page.save(await reportFile(session.get().report!)),
  }),
};

/** What a file had to say, as JSON: `file`, `opened`, `format`, the counts, `keptAsProperties`, `notExpressed` and all `issues`. */
async function reportFile({
  file, opened, format, counts, keptAsProperties, notExpressed, issues,
}: OpenReport): Promise<OutputFile> {
  const { slug } = await import('../snapshot');
  const told = { file, opened, format, ...counts, keptAsProperties, notExpressed, issues };
  return {
    name: `${await slug(file)}-report.json`, blob: new Blob([`${JSON.stringify(told, undefined, 2)}\n`], { type: 'application/json' }),
  };
}
