import type { TableOptions } from '../../../formats';
import type { TableReading } from '../../../workspace';
import { useRun } from '../../shell/useWorkspace';
import { Choice } from './Choice';
import { DATE_ORDERS, DECIMALS, DELIMITERS, ENCODINGS, SHARES } from './notations';

/** How dates and numbers are written throughout the file, and of text files the encoding and the separator. */
export function FileOptions({ reading: { mapping, preview } }: { reading: TableReading }) {
  const run = useRun();
  const change = (patch: Partial<TableOptions>) => void run('setMapping', { ...mapping, options: { ...mapping.options, ...patch } });
  const { dateOrder, decimal, share } = mapping.options;
  return (
    <div className="mapping-row mapping-file" role="group" aria-label="The whole file">
      <Choice label="Date format" value={dateOrder} options={DATE_ORDERS} onChange={(order) => change({ dateOrder: order })} />
      <Choice label="Number format" value={decimal} options={DECIMALS} onChange={(mark) => change({ decimal: mark })} />
      <Choice label="Share format" value={share} options={SHARES} onChange={(notation) => change({ share: notation })} />
      {preview.encoding !== undefined && (
        <Choice
          label="Encoding"
          value={preview.encoding}
          options={withOwn(ENCODINGS, preview.encoding)}
          onChange={(encoding) => void run('reshape', { encoding })}
        />
      )}
      {preview.delimiter !== undefined && (
        <Choice
          label="Separator"
          value={preview.delimiter}
          options={withOwn(DELIMITERS, preview.delimiter)}
          onChange={(delimiter) => void run('reshape', { delimiter })}
        />
      )}
    </div>
  );
}

/** The usual ones, and what the file has where that is none of them. */
function withOwn(usual: readonly { id: string; label: string }[], own: string): { id: string; label: string }[] {
  return usual.some(({ id }) => id === own) ? [...usual] : [...usual, { id: own, label: own }];
}
