import type { Sentences } from '../../wording';
import { Sentence } from '../parts/Sentence';
import { Citations } from './Citations';

/** The sentence of a relationship, each of its sources a number that leads to it. */
export function CitedSentence({ id, sentences }: { id: string; sentences: Pick<Sentences, 'relationship' | 'footnotes'> }) {
  return (
    <Sentence
      parts={sentences.relationship(id)}
      footnotes={(relationship, numbers) => <Citations relationship={relationship} numbers={numbers} footnotes={sentences.footnotes} />}
    />
  );
}
