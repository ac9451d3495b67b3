import type { SheetTable } from '../../formats';
import type { Hit, HeldParty, Screened } from './screened';

/** A screening as lines for a terminal: each hit with its reasons, then who is held through them. */
export function screenedLines({ hits, more, held, notAsked, lists, screened, threshold }: Screened): string[] {
  const against = lists.map(({ title, entities }) => `${title} (${entities})`).join(', ');
  return [
    `${screened} entities against ${against}: ${hits.length === 0 ? 'no hit' : hits.length === 1 ? '1 hit' : `${hits.length} hits`} `
    + `from a score of ${threshold}.`,
    ...hits.flatMap(hitLines),
    ...(more > 0 ? [`and ${more} more hits of lower scores; raise --threshold or --limit.`] : []),
    ...(held.length > 0 ? ['Held through them under the 50 per cent rule, if they are who is listed:', ...held.flatMap(heldLines)] : []),
    ...(notAsked > 0 ? [`${notAsked} more entities below them were not asked about.`] : []),
  ];
}

function hitLines({ entity, listed, score, certainty, reasons }: Hit): string[] {
  return [
    `${score.toFixed(2)}  ${entity.name} (${entity.id}) may be ${listed.name} (${listed.id}) on ${listed.list}`
    + `${listed.topics === undefined ? '' : `, ${listed.topics}`}; ${certainty}`,
    ...reasons.map(({ weight, sentence }) => `      ${weight < 0 ? '−' : '+'} ${sentence}`),
  ];
}

function heldLines({ entity, answer, because }: HeldParty): string[] {
  return [`${answer.padEnd(12)}  ${entity.name} (${entity.id})`, ...because.map((line) => `      ${line}`)];
}

/** A screening as two sheets. */
export function screenedSheets({ hits, held }: Screened): SheetTable[] {
  return [
    {
      name: 'hits',
      header: ['Score', 'Certainty', 'Id', 'Name', 'Type', 'List', 'Listed id', 'Listed name', 'Listed type', 'Topics', 'Reasons'],
      rows: hits.map(({ entity, listed, score, certainty, reasons }) => [
        score, certainty, entity.id, entity.name, entity.type, listed.list, listed.id, listed.name, listed.type, listed.topics ?? '',
        reasons.map(({ weight, sentence }) => `${weight < 0 ? '−' : '+'} ${sentence}`).join(' '),
      ]),
    },
    {
      name: 'held',
      header: ['Held', 'Id', 'Name', 'Type', 'At least %', 'At most %', 'Because'],
      rows: held.map(({ entity, answer, aggregate, because }) => [
        answer, entity.id, entity.name, entity.type, aggregate.min, aggregate.max, because.join('\n'),
      ]),
    },
  ];
}
