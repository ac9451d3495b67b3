import type { Claim, Source, Status } from '../../model';
import { independentPublishers, isReading } from '../../model';

/** The rule of `statusOf` in the model, row by row, in its order. */
const RULE: readonly { status: Status; when: string }[] = [
  { status: 'reading', when: 'No source says it: it is our own inference, and what it rests on is named.' },
  { status: 'denied', when: 'There are denials and nothing else.' },
  { status: 'disputed', when: 'A denial or a question stands beside an assertion or allegation, or there are only questions.' },
  { status: 'alleged', when: 'There are allegations and nothing else.' },
  {
    status: 'confirmed',
    when: 'Two or more publishers assert it, of whom those that copy one count as one, or a filing, registry or court record does.',
  },
  { status: 'reported', when: 'Anything else.' },
];

interface Props {
  status: Status;
  claims: readonly Claim[];
  sourceOf: (id: string) => Source | undefined;
}

/** Why a status is what it is: what the claims are, and the first row of the rule that fits. */
export function StatusReason({ status, claims, sourceOf }: Props) {
  return (
    <div className="status-reason">
      <p>{tally(claims, sourceOf)} The first line that fits decides:</p>
      <ol>
        {RULE.map((row) => (
          <li
            key={row.status}
            className="status-rule"
            data-applies={row.status === status || undefined}
            aria-current={row.status === status || undefined}
          >
            <b>{row.status}</b> {row.when}
          </li>
        ))}
      </ol>
      <p className="quiet">Whether it has ended is a matter of its dates, not of its status.</p>
    </div>
  );
}

function tally(claims: readonly Claim[], sourceOf: Props['sourceOf']): string {
  if (claims.length === 0) return 'No claim stands behind this.';
  const spoken = claims.filter((c) => !isReading(c, sourceOf));
  const ours = claims.length - spoken.length;
  const readings = ours === 0 ? '' : `${ours} ${ours === 1 ? 'reading' : 'readings'} of the editor’s`;
  if (spoken.length === 0) return `${readings}.`;
  const words: [Claim['stance'], string, string][] = [
    ['asserts', 'assertion', 'assertions'], ['alleges', 'allegation', 'allegations'], ['denies', 'denial', 'denials'],
    ['questions', 'question', 'questions'],
  ];
  const counts = words.flatMap(([stance, one, more]) => {
    const n = spoken.filter((c) => c.stance === stance).length;
    return n === 0 ? [] : [`${n} ${n === 1 ? one : more}`];
  });
  const publishers = independentPublishers(spoken.map((c) => sourceOf(c.source)), sourceOf).length;
  return `${counts.join(', ')} by ${publishers} independent `
    + `${publishers === 1 ? 'publisher' : 'publishers'}${readings === '' ? '' : `, beside ${readings}`}.`;
}
