import { standsBetweenText, tieText } from '../../wording';
import type { PartyTie, TiesAnswer } from '../../model';
import { lookup } from '../../workspace';
import { CitedSentence } from '../trace/CitedSentence';
import { StatusBadge } from '../parts/StatusBadge';
import { useCrosscheckSentences, useEntityName, useRun, useShown } from '../shell/useWorkspace';

/** Larger lists have no matrix on the screen; their ties are listed, and the workbook has it. */
const WIDEST = 30;
const LISTED = 100;
const BETWEEN = 8;

/** Who is tied to whom: a matrix whose cells show the best route on the chart, the routes as sentences, and who stands between. */
export function TieMatrix({ ties }: { ties: TiesAnswer }) {
  const nameOf = useShown((s) => lookup(s).name);
  const chains = useShown((s) => JSON.stringify(s.trace.chains));
  const shown = ties.ties.findIndex((tie) => JSON.stringify([tie.entities]) === chains);
  const between = standsBetweenText(ties, nameOf).slice(0, BETWEEN);
  return (
    <>
      {ties.parties.length <= WIDEST && <Matrix ties={ties} shown={ties.ties[shown]} />}
      {between.length > 0 && (
        <ul className="trace-note tie-between">
          {between.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <ol className="routes">
        {ties.ties.slice(0, LISTED).map((tie, i) => (
          <TieCard key={`${tie.a} ${tie.b}`} tie={tie} active={i === shown} />
        ))}
      </ol>
      {ties.ties.length > LISTED && <p className="trace-note">{ties.ties.length - LISTED} more stand in the workbook.</p>}
    </>
  );
}

function Matrix({ ties: { parties, ties }, shown }: { ties: TiesAnswer; shown: PartyTie | undefined }) {
  const byPair = new Map(
    ties.flatMap(
      (tie) =>
        [
          [`${tie.a}\n${tie.b}`, tie],
          [`${tie.b}\n${tie.a}`, tie],
        ] as const,
    ),
  );
  return (
    <div className="tie-matrix scrolls" tabIndex={0} role="region" aria-label="Who is tied to whom">
      <table>
        <thead>
          <tr>
            <td />
            {parties.map((id, i) => (
              <th key={id} scope="col">
                <abbr aria-label={`${i + 1}`}>{i + 1}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parties.map((a, row) => (
            <tr key={a}>
              <PartyHead id={a} number={row + 1} />
              {parties.map((b, column) => (
                <td key={b}>{row === column ? '' : <Cell tie={byPair.get(`${a}\n${b}`)} shown={shown} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PartyHead({ id, number }: { id: string; number: number }) {
  const name = useEntityName(id);
  return (
    <th scope="row" title={name}>
      <span className="figure quiet">{number}</span> {name}
    </th>
  );
}

function Cell({ tie, shown }: { tie: PartyTie | undefined; shown: PartyTie | undefined }) {
  const run = useRun();
  const nameOf = useShown((s) => lookup(s).name);
  if (!tie)
    return (
      <span className="quiet" aria-label="not tied">
        –
      </span>
    );
  const active = tie === shown;
  return (
    <button
      type="button"
      className="tie-cell"
      data-status={tie.strength}
      aria-pressed={active}
      aria-label={`${nameOf(tie.a)} and ${nameOf(tie.b)}: ${tieText(tie)}`}
      title={`${tieText(tie)}: ${tie.entities.map(nameOf).join(' – ')}`}
      onClick={() => run('showChains', active ? undefined : [tie.entities])}
    >
      {tie.hops}
    </button>
  );
}

function TieCard({ tie, active }: { tie: PartyTie; active: boolean }) {
  const run = useRun();
  const sentences = useCrosscheckSentences();
  const title = `${sentences.nameOf(tie.a)} – ${sentences.nameOf(tie.b)}`;
  return (
    <li className="route" data-active={active || undefined}>
      <button
        type="button"
        className="route-press"
        aria-label={title}
        aria-pressed={active}
        onClick={() => run('showChains', active ? undefined : [tie.entities])}
      />
      <p className="prose route-sentence">
        <b>{title}</b>
      </p>
      <ul className="prose route-sentence tie-hops">
        {tie.relationships.map((id) => (
          <li key={id}>
            <CitedSentence id={id} sentences={sentences} />
          </li>
        ))}
      </ul>
      <p className="route-facts">
        {tieText(tie).split(' · ')[0]} · weakest: <StatusBadge status={tie.strength} /> · {tieText(tie).split(' · ')[2]}
      </p>
    </li>
  );
}
