import { describe, expect, test } from 'vitest';
import { encodingByNeighbours } from './encodingByNeighbours';

/** A text in a code page of one byte a letter. */
function inPage(text: string, page: string): Uint8Array {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(page).decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => bytes.get(letter)!);
}

describe('the code page of names is guessed by their neighbours', () => {
  test.each([
    ['Slovene', 'windows-1250', 'Žnidaršič, Čuček, Šentjur, Kovačič'],
    ['Croatian', 'windows-1250', 'Đurđić, Petrović, Ćosić'],
    ['Czech', 'windows-1250', 'Dvořák, Škoda, Jiří Novák, Plzeňský'],
    ['Polish', 'windows-1250', 'Łódź, Gdańsk, Spółka z ograniczoną odpowiedzialnością'],
    ['Hungarian', 'windows-1250', 'Erdős, Győr'],
    ['French', 'windows-1252', 'Société Générale, Molière, Genève, Conseil à Paris'],
    ['Italian', 'windows-1252', 'Società, caffè, Niccolò'],
    ['Spanish', 'windows-1252', 'García Peña, Muñoz, ¿Qué?'],
    ['Portuguese', 'windows-1252', 'São João, Camões'],
    ['German', 'windows-1252', 'Jürgen Müller, Straße'],
    ['Danish', 'windows-1252', 'Søren Kjærsgård, Ålborg'],
    ['Russian', 'windows-1251', 'Российская Федерация, Газпром'],
  ])('%s', (_language, page, text) => {
    const found = encodingByNeighbours(inPage(`1 "ASCII"\n2 "${text}"`, page));
    expect(found).toMatchObject({ encoding: page, issue: { code: 'guessed-encoding', at: 'line 2' } });
  });
});

describe('what states itself is not guessed', () => {
  test('UTF-8 and ASCII', () => {
    expect(encodingByNeighbours(new TextEncoder().encode('Žnidaršič 电脑 𝄞'))).toEqual({ encoding: 'utf-8' });
    expect(encodingByNeighbours(new TextEncoder().encode('plain'))).toEqual({ encoding: 'utf-8' });
  });

  test('UTF-16 by its mark', () => {
    expect(encodingByNeighbours(Uint8Array.of(0xff, 0xfe, 0x41, 0)).encoding).toBe('utf-16le');
  });

  test('UTF-8 with a broken byte stays UTF-8, and is reported', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('é\nü ö'), 0xff]);
    expect(encodingByNeighbours(bytes)).toMatchObject({ encoding: 'utf-8', issue: { code: 'not-text', at: 'line 2' } });
  });

  test('overlong forms and halves of surrogate pairs are no UTF-8', () => {
    expect(encodingByNeighbours(Uint8Array.of(0xe0, 0x80, 0x80)).issue?.code).toBe('guessed-encoding');
    expect(encodingByNeighbours(Uint8Array.of(0xed, 0xa0, 0x80)).issue?.code).toBe('guessed-encoding');
  });
});
