import type { SheetTable } from '../../formats';
import { plainText, sentencesOf, tieText } from '../../wording';
import type { CrosscheckInput } from './crosscheckBrief';

/**
 * The tables of a cross-check: the names, which can be given back with the ids in "entity" changed; the matrix; the ties; who stands
 * between.
 */
export function crosscheckSheets({ names, matches, taken, ties, question, part }: CrosscheckInput): SheetTable[] {
  const sentences = sentencesOf(part, { filter: question?.filter ?? {} });
  const { nameOf } = sentences;
  const named: SheetTable = {
    name: 'Names',
    header: ['name', 'entity', 'taken for', 'score', 'reasons', 'others'],
    rows: matches.map(({ name, candidates }, i) => {
      const one = taken[i];
      const others = candidates.filter((c) => c !== one).map((c) => `${nameOf(c.entity)} [${c.entity}] ${c.score.toFixed(2)}`);
      return [
        names[i]?.name ?? name,
        one?.entity ?? '',
        one ? nameOf(one.entity) : '',
        one?.score ?? '',
        one?.reasons.map((r) => r.sentence).join(' ') ?? '',
        others.join('; '),
      ];
    }),
  };
  if (!ties) return [named];
  const cells = new Map(
    ties.ties.flatMap(
      (tie) =>
        [
          [`${tie.a}\n${tie.b}`, tie],
          [`${tie.b}\n${tie.a}`, tie],
        ] as const,
    ),
  );
  const cell = (a: string, b: string) => {
    const tie = cells.get(`${a}\n${b}`);
    return tie ? tieText(tie) : '';
  };
  return [
    named,
    {
      name: 'Matrix',
      header: ['', ...ties.parties.map(nameOf)],
      rows: ties.parties.map((a) => [nameOf(a), ...ties.parties.map((b) => (a === b ? '' : cell(a, b)))]),
    },
    {
      name: 'Ties',
      header: ['party', 'other party', 'hops', 'weakest hop', 'publishers of the hop with fewest', 'route', 'as sentences'],
      rows: ties.ties.map((tie) => [
        nameOf(tie.a),
        nameOf(tie.b),
        tie.hops,
        tie.strength,
        tie.publishers,
        tie.entities.map(nameOf).join(' – '),
        tie.relationships.map((id) => plainText(sentences.relationship(id))).join(' '),
      ]),
    },
    {
      name: 'Between',
      header: ['who', 'entity', 'pairs', 'of tied pairs'],
      rows: ties.between.map(({ entity, pairs }) => [nameOf(entity), entity, pairs, ties.tied]),
    },
  ];
}
