import type { NoRouteAnswer, Relaxation, RouteQuestion } from '../../model';

interface Props {
  why: NoRouteAnswer | undefined;
  from: string;
  to: string;
  onRelax: (relaxation: Relaxation) => void;
  onAsk: (question: RouteQuestion) => void;
}

/** Why there is no route, and what to give up for one. */
export function NoRoute({ why, from, to, onRelax, onAsk }: Props) {
  const heading = <p><b>No route from {from} to {to}</b> with these constraints.</p>;
  if (!why) return <>{heading}<p className="trace-note" role="status">Looking for what stands in the way…</p></>;
  if (why.disconnected)
    return (
      <>
        {heading}
        <p className="trace-note">
          Nothing in this dataset ties the two, whatever is allowed: they lie in parts of it that have no relationship with one another.
        </p>
      </>
    );
  return (
    <>
      {heading}
      {why.relaxations.length > 0 && (
        <p className="trace-note">
          {why.relaxations.length === 1 ? 'This would give a route:' : 'Any one of these would give a route, the least of each kind:'}
        </p>
      )}
      {why.relaxations.length === 0 && why.pair && (
        <p className="trace-note">No single one of the constraints, given up alone, would give a route. These two together would:</p>
      )}
      <div className="relaxations">
        {why.relaxations.map((relaxation, i) => (
          <button
            key={relaxation.sentence}
            type="button"
            className={i === 0 ? 'button primary relaxation' : 'button relaxation'}
            onClick={() => onRelax(relaxation)}
          >
            <span>{relaxation.sentence}</span>
            <span className="quiet figure">
              {relaxation.length} {relaxation.length === 1 ? 'hop' : 'hops'}
            </span>
          </button>
        ))}
        {why.relaxations.length === 0 && why.pair && (
          <button type="button" className="button relaxation" onClick={() => onAsk(why.pair![2])}>
            <span>Give up both the {why.pair[0]} and the {why.pair[1]} limit</span>
          </button>
        )}
      </div>
      {why.relaxations.length === 0 && !why.pair && (
        <p className="trace-note">No one or two of the constraints stand in the way alone: take away more of them.</p>
      )}
    </>
  );
}
