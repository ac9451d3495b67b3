import { expect, test } from 'vitest';
import { textOfHtml } from './textOfHtml';

test.each([
  ['a plain text', 'Elm & Co  owns\nFir', 'Elm & Co owns Fir'],
  [
    'words in bold, and breaks', '<b>Olga Oak</b>, chair, sits in &amp; out.<br><br>Then <i>Ash</i>',
    'Olga Oak, chair, sits in & out.\nThen Ash',
  ],
  ['lists and links', '<ul><li>one</li><li><a href="javascript:alert(1)">two</a></li></ul>', 'one\ntwo'],
  ['scripts and styles', 'before<script>alert("<b>")</script><style>p{}</style> after', 'before after'],
  ['markup that is not closed', '<p>open <b>bold <img src=x onerror=alert(1)', 'open bold'],
  ['signs that are no markup', '1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['nothing but markup', '<p><br></p>', ''],
])('%s', (_what, html, text) => expect(textOfHtml(html)).toBe(text));

test('what was escaped twice is text, and stays text', () => {
  expect(textOfHtml('&lt;img src=x onerror=alert(1)&gt;')).toBe('<img src=x onerror=alert(1)>');
});

test('a million tags that never match cost no more than their length', { timeout: 180_000 }, () => {
  expect(textOfHtml(`${'<a>'.repeat(300_000)}x${'</b>'.repeat(300_000)}`)).toBe('x');
});

test.each([
  ['a picture inside a picture', 'a<svg><svg></svg>no</svg>b', 'ab'],
  ['a picture that closes itself', 'a<svg/>b', 'ab'],
  ['a comment, a declaration and what is escaped by figures', '<!doctype html><!-- no -->&#60;b&#x3e;&nbsp;x', '<b> x'],
  ['tags in capitals', 'a<BR>b<SCRIPT>no</SCRIPT>', 'a\nb'],
])('%s', (_what, html, text) => expect(textOfHtml(html)).toBe(text));
