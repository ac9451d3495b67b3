import type { SentencePart } from '../../wording';
import type { ReportPart, ReportText } from './report';

/** A sentence as a report sets it. */
export function reportText(sentence: readonly SentencePart[]): ReportText {
  return sentence.map((part): ReportPart => {
    if (part.kind === 'footnotes') return { kind: 'notes', numbers: part.numbers };
    return { kind: 'text', text: part.kind === 'entity' ? part.name : part.text };
  });
}
