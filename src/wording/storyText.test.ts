import { expect, test } from 'vitest';
import { storyCitations, storyParagraphs } from './storyText';

test('paragraphs, bold, italics, links and citations are told apart; a footnote stands at the word before it', () => {
  expect(storyParagraphs('**A** opened. [@tie source]\n\nIt *did*, [they say](https://x.example/a).')).toEqual([
    [{ kind: 'bold', text: 'A' }, { kind: 'text', text: ' opened.' }, { kind: 'citation', record: 'tie', source: 'source' }],
    [
      { kind: 'text', text: 'It ' }, { kind: 'italics', text: 'did' }, { kind: 'text', text: ', ' },
      { kind: 'link', text: 'they say', url: 'https://x.example/a' }, { kind: 'text', text: '.' },
    ],
  ]);
});

test.each(['[a](javascript:alert(1))', '2 * 3', '<b>x</b>', '[@alone]', '**', ''])('“%s” is no markup', (text) => {
  expect(storyParagraphs(text).flat().every((part) => part.kind === 'text')).toBe(true);
});

test('citations are given in the order of the text, each as often as it stands there', () => {
  expect(storyCitations('[@a s] x [@b s] y [@a s]').map((c) => c.record)).toEqual(['a', 'b', 'a']);
});
