import type { MatchDecision } from '../../model';
import { lookup } from '../../workspace';
import { Section } from '../parts/Section';
import { useRun, useShown } from '../shell/useWorkspace';

const SAID: Readonly<Record<MatchDecision['verdict'], string>> = {
  same: 'are the same', probably: 'are probably the same', different: 'are two',
};

/** What was decided, latest first, each to be taken back. */
export function DecidedMatches() {
  const decided = useShown((s) => s.chart.decided);
  const name = useNameOf();
  const run = useRun();
  if (decided.size === 0) return null;
  return (
    <Section title={decided.size === 1 ? '1 decision' : `${decided.size} decisions`}>
      <ul className="decided">
        {[...decided].reverse().map(([key, { proposal: { a, b }, verdict }]) => (
          <li key={key}>
            <span>{name(a)} and {name(b)} <b>{SAID[verdict]}</b></span>
            <button
              type="button"
              className="text-button"
              aria-label={`Take back: ${name(a)} and ${name(b)} ${SAID[verdict]}`}
              onClick={() => run('takeBackMatch', key)}
            >
              take back
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The name of an entity of a match, wherever it is known. */
function useNameOf(): (id: string) => string {
  const { entity } = useShown(lookup);
  return (id) => entity(id)?.name ?? id;
}
