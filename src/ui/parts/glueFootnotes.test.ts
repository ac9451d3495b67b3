import { describe, expect, it } from 'vitest';
import type { SentencePart } from '../../wording';
import { glueFootnotes } from './glueFootnotes';

const text = (words: string): SentencePart => ({ kind: 'text', text: words });
const name = (words: string): SentencePart => ({ kind: 'entity', id: words, name: words });
const verb = (words: string): SentencePart => ({ kind: 'relationship', id: 'r', text: words, status: 'reported' });
const notes: SentencePart = { kind: 'footnotes', of: 'r', numbers: [1, 2] };
const set = (parts: readonly SentencePart[]) =>
  glueFootnotes(parts).map((run) => run.map((p) => (p.kind === 'entity' ? p.name : p.kind === 'footnotes' ? '¹²' : p.text)).join('|'));

describe('footnote numbers in a sentence', () => {
  it('stay with the word before and the stop behind', () => {
    expect(
      set([
        name('Huawei'), text(' '), verb('supplied'), text(' '), name('Koryolink'), text(' '), verb('(2008–2016, disputed)'), notes,
        text('.'),
      ]),
    ).toEqual(['Huawei', ' ', 'supplied', ' ', 'Koryolink', ' ', '(2008–2016, ', 'disputed)|¹²|.']);
  });

  it('leave the words behind a comma free to wrap', () => {
    expect(set([name('Korea Post'), notes, text(', which '), verb('owns')])).toEqual(['Korea ', 'Post|¹²|,', ' which ', 'owns']);
  });

  it('may stand at the end, or one behind the other', () => {
    expect(set([name('Star JV'), notes, notes])).toEqual(['Star ', 'JV|¹²', '¹²']);
  });
});
