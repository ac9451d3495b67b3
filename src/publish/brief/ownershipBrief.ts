import { spokenAt, type DatasetPart, type OwnershipAnswer, type OwnersQuestion } from '../../model';
import { markdownSentence, markdownText } from './markdownText';
import { ownershipSentences, type ProofLine } from '../../wording';
import { citedNumbers, sourceLines } from './sourceLines';
import { sentencesOf } from '../../wording';

interface OwnershipBriefInput {
  title: string;
  /** The title of the dataset that it draws on. */
  origin?: string;
  /** The records that the answer names, and their sources. */
  part: DatasetPart;
  question: OwnersQuestion;
  answer: OwnershipAnswer;
}

/**
 * A Markdown brief on who owns an entity: the date and filter, direct stakes with footnotes, effective shares with their
 * chains, ultimate owners, and the proof of the 50 per cent rule as sentences. The same input gives the same text.
 */
export function ownershipBrief({ title, origin, part, question, answer }: OwnershipBriefInput): string {
  const sentences = sentencesOf(part, { filter: spokenAt(question.filter, answer) });
  const publisher = new Map(part.sources.map((s) => [s.id, s.publisher]));
  const said = ownershipSentences(answer, question, sentences, (id) => publisher.get(id) ?? id);
  const body = [
    markdownSentence(said.question),
    '',
    `Derived with: ${markdownText(said.conditions.join('; '))}.`,
    '',
    ...(said.undated ? [markdownText(said.undated), ''] : []),
    ...said.clashes.flatMap((c) => [`> ${markdownSentence(c)}`, '']),
    ...section(
      'Direct holders',
      said.direct.flatMap(({ records, left }) => [
        ...records.map((r) => `- ${markdownSentence(r)}`), ...(left ? [`  ${markdownSentence(left)}`] : []),
      ]),
    ),
    ...section(
      'Through all chains',
      said.effective.flatMap(({ sentence, chains }) => [
        `- ${markdownSentence(sentence)}`, ...chains.map((c) => `  - ${markdownSentence(c)}`),
      ]),
    ),
    ...section('Ultimate owners', [markdownSentence(said.ultimate)]),
    ...(said.rule ? section('The 50 per cent rule', [markdownSentence(said.rule.answer), '', ...proofLines(said.rule.proof, 0)]) : []),
  ];
  const lines = [
    `# ${markdownText(title)}`, '', ...(origin === undefined ? [] : [`From the dataset ${markdownText(`“${origin}”`)}.`, '']), ...body,
    ...sourceLines(citedNumbers(body, sentences.footnotes)),
  ];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function proofLines({ sentence, below }: ProofLine, depth: number): string[] {
  return [`${'  '.repeat(depth)}- ${markdownSentence(sentence)}`, ...below.flatMap((line) => proofLines(line, depth + 1))];
}
