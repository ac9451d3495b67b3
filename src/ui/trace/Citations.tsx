import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components';
import { citationText, type Footnotes } from '../../drawing';
import { useRun } from '../shell/useWorkspace';

interface Props {
  relationship: string;
  numbers: readonly number[];
  footnotes: Footnotes;
}

/** Raised numbers behind a clause: resting on them shows the sources, pressing them opens the relationship with its claims. */
export function Citations({ relationship, numbers, footnotes }: Props) {
  const run = useRun();
  const cited = numbers.map((n) => footnotes.list[n - 1]!);
  return (
    <TooltipTrigger delay={250} closeDelay={80}>
      <Focusable>
        <button type="button" className="citations" aria-label={`Sources ${numbers.join(', ')}: look at this relationship`} onClick={() => run('selectRelationship', relationship)}>
          {numbers.join(' ')}
        </button>
      </Focusable>
      <Tooltip className="popover tip" placement="bottom" offset={4}>
        <ol>
          {cited.slice(0, 8).map((note) => (
            <li key={note.number}><b className="figure">{note.number}</b> {citationText(note)}</li>
          ))}
        </ol>
        {cited.length > 8 && <p className="quiet">and {cited.length - 8} more</p>}
      </Tooltip>
    </TooltipTrigger>
  );
}
