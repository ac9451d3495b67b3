import { relationshipType, type DatasetPart, type GroupAnswer, type GroupQuestion } from '../../model';
import { filterPhrases, groupSentences, withoutText } from '../../wording';
import { markdownText } from './markdownText';

interface GroupInput {
  readonly title: string;
  readonly question: GroupQuestion;
  readonly answer: GroupAnswer;
  /** The entities and sources that the answer names. */
  readonly part: DatasetPart;
}

/** A Markdown brief of what holds a group together, which source it depends on, and who ties it to the rest. */
export function groupBrief({ title, question, answer, part }: GroupInput): string {
  const names = new Map(part.entities.map((e) => [e.id, e.name]));
  const sources = new Map(part.sources.map((s) => [s.id, s]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const sourceOf = (id: string) => {
    const source = sources.get(id);
    return source ? `${source.publisher}, “${source.title}”` : id;
  };
  const phrases = filterPhrases(question.filter, (id) => sources.get(id)?.publisher ?? id);
  const section = (heading: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`## ${heading}`, '', ...lines.map((line) => `- ${markdownText(line)}`), ''];
  const lines = [
    `# ${markdownText(title)}`, '',
    ...groupSentences(answer, { nameOf, sourceOf }).map(markdownText), '', `Asked with: ${markdownText(phrases.join('; '))}.`, '',
    ...section('Who ties it to the rest', answer.gates.map((g) => `${nameOf(g.entity)}: ${gateText(g)}`)),
    ...section('Which types hold it together', answer.types.map((t) => `“${relationshipType(t.type).verb}”: ${withoutText(t)}`)),
    ...section('Which sources it depends on', answer.sources.map((s) =>
      `${sourceOf(s.source)}${copiesText(s.copies.map(sourceOf))}: ${withoutText(s)}`)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function gateText({ entities, relationships }: GroupAnswer['gates'][number]): string {
  return `${relationships} ${relationships === 1 ? 'tie' : 'ties'} to ${entities} outside`;
}

function copiesText(copies: readonly string[]): string {
  return copies.length === 0 ? '' : ` (and what derives from it: ${copies.join('; ')})`;
}
