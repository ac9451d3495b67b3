import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { citationText, type Footnotes } from '../../wording';
import { useRun } from '../shell/useWorkspace';

interface Props {
  relationship: string;
  numbers: readonly number[];
  footnotes: Footnotes;
}

/** How many sources a tip lists. */
const LISTED = 8;

/** Raised numbers behind a clause: resting on them shows the sources, pressing them opens the relationship with its claims. */
export function Citations({ relationship, numbers, footnotes }: Props) {
  const run = useRun();
  const cited = numbers.map((n) => footnotes.list[n - 1]!);
  return (
    <TooltipTrigger delay={250} closeDelay={80}>
      <Button
        className="citations"
        aria-label={`Sources ${numbers.join(', ')}: look at this relationship`}
        onPress={() => run('selectRelationship', relationship)}
      >
        {numbers.join(' ')}
      </Button>
      <Tooltip className="popover tip" placement="bottom" offset={4}>
        <ol>
          {cited.slice(0, LISTED).map((note) => (
            <li key={note.number}><b className="figure">{note.number}</b> {citationText(note)}</li>
          ))}
        </ol>
        {cited.length > LISTED && <p className="quiet">and {cited.length - LISTED} more</p>}
      </Tooltip>
    </TooltipTrigger>
  );
}
