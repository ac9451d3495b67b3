import { familiesText, groupName, tiesText } from '../../wording';
import { MOST_DRAWN } from '../../workspace';
import { Section } from '../parts/Section';
import type { OverviewAnswer } from './GroupList';

/** What ties two groups each, most ties first: counted, with what is doubtful among them. */
export function TieList({ answer: { by, groups, ties } }: { answer: OverviewAnswer }) {
  if (ties.length === 0) return null;
  const name = (group: number) => groupName(groups[group]!, by);
  return (
    <Section title="Between them">
      <p className="quiet small-text">
        A line marked Σ counts the ties of two groups; it is no tie of its own.
        {ties.length > MOST_DRAWN && ` Of ${ties.length} pairs the ${MOST_DRAWN} with most ties are drawn, and the largest of each group.`}
      </p>
      <ul className="overview-ties">
        {ties.map((tie) => (
          <li key={tie.groups.join()} className="small-text">
            {name(tie.groups[0])} and {name(tie.groups[1])}: <b>{tiesText(tie)}</b>{' '}
            <span className="quiet">{familiesText(tie)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
