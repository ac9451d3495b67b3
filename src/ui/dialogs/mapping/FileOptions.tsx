import type { TableOptions } from '../../../formats';
import type { TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { Choice } from './Choice';
import { DATE_ORDERS, DECIMALS, DELIMITERS, ENCODINGS, SHARES } from './notations';

/** How dates, figures and, of text files, letters and fields are written throughout the file. */
export function FileOptions({ reading: { mapping, preview } }: { reading: TableReading }) {
  const run = useRun();
  const change = (patch: Partial<TableOptions>) => void run('setMapping', { ...mapping, options: { ...mapping.options, ...patch } });
  const { dateOrder, decimal, share } = mapping.options;
  return (
    <div className="mapping-row mapping-file" role="group" aria-label="The whole file">
      <Choice label="Dates" value={dateOrder} options={DATE_ORDERS} onChange={(order) => change({ dateOrder: order })} />
      <Choice label="Figures" value={decimal} options={DECIMALS} onChange={(mark) => change({ decimal: mark })} />
      <Choice label="Shares" value={share} options={SHARES} onChange={(notation) => change({ share: notation })} />
      {preview.encoding !== undefined && <Choice label="Letters" value={preview.encoding} options={withOwn(ENCODINGS, preview.encoding)} onChange={(encoding) => void run('reshape', { encoding })} />}
      {preview.delimiter !== undefined && <Choice label="Fields are parted by" value={preview.delimiter} options={withOwn(DELIMITERS, preview.delimiter)} onChange={(delimiter) => void run('reshape', { delimiter })} />}
    </div>
  );
}

/** The usual ones, and what the file has where that is none of them. */
function withOwn(usual: readonly { id: string; label: string }[], own: string): { id: string; label: string }[] {
  return usual.some(({ id }) => id === own) ? [...usual] : [...usual, { id: own, label: own }];
}
