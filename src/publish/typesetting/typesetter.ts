import bidiFactory from 'bidi-js';
import { create, type Font as OpenedFont, type Glyph, type GlyphRun } from 'fontkit';
import type { Face } from '../../drawing';
import { unpackedFont } from '../fonts/unpackedFont';
import type { SnapshotAssets } from '../svg/assets';
import { faceFiles, type FaceFile } from './faceFiles';

/** An opened font file. */
interface Typeface {
  /** The file that it is of. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly font: OpenedFont;
}

/** A stretch of text in one font file, read one way. */
export interface TypeRun {
  readonly typeface: Typeface;
  /** The characters in the order in which a font is asked to set them; it turns those of a script that runs from right to left itself. */
  readonly text: string;
  readonly glyphs: GlyphRun;
}

export type Family = Pick<Face, 'family' | 'weight'>;

/** The opened files of each face, in the order in which a character looks for one. */
type Files = ReadonlyMap<string, readonly { readonly typeface: Typeface; readonly file: FaceFile }[]>;

const bidi = bidiFactory();

const turned = new WeakSet<Glyph>();

/**
 * Programs that read a document turn the characters of what runs from right to left, one by one; those of a ligature are turned beforehand,
 * so that they come out as they were written. Whether a font has a glyph once or many times, it is one object.
 */
function turnLigature(glyph: Glyph): void {
  if (glyph.codePoints.length < 2 || turned.has(glyph)) return;
  glyph.codePoints.reverse();
  turned.add(glyph);
}

/** What steers the direction of a text, and marks of order, are read and not drawn. */
const STEERING = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** What belongs to the character before it. */
const ATTACHED = /[\p{M}\u200c\u200d\ufe00-\ufe0f]/u;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Opened once for a process: a report and its pictures set many texts in few files. */
const opened = new WeakMap<SnapshotAssets['outlineFile'], Map<string, Promise<Typeface>>>();

function typefaceOf(file: string, assets: SnapshotAssets, large: boolean): Promise<Typeface> {
  const ofAssets = opened.get(assets.outlineFile) ?? new Map<string, Promise<Typeface>>();
  opened.set(assets.outlineFile, ofAssets);
  const found = ofAssets.get(file) ?? openedFile(file, assets, large);
  ofAssets.set(file, found);
  return found;
}

async function openedFile(file: string, assets: SnapshotAssets, large: boolean): Promise<Typeface> {
  const bytes = unpackedFont(await (large ? assets.scriptFile(file) : assets.outlineFile(file)));
  return { file, bytes, font: create(bytes as Buffer) as OpenedFont };
}

/** Texts in a face, as they are to be known before they are set. */
type TypesetText = ReadonlyMap<Family, string>;

/**
 * Sets text in the product's own fonts and those that step in for them, in whatever scripts: which file draws which characters, in which
 * order they stand, how wide they are. The same on every machine. Characters that no file has are drawn as the sign for that.
 */
export class Typesetter {
  readonly #files: Files;
  readonly #set = new Map<string, readonly TypeRun[]>();

  private constructor(files: Files) {
    this.#files = files;
  }

  /** Opens the files that texts need. Rejects where one cannot be had. */
  static async of(assets: SnapshotAssets, texts: TypesetText): Promise<Typesetter> {
    const byFace = new Map<string, { family: Family; text: string }>();
    for (const [family, text] of texts) {
      const before = byFace.get(keyOf(family))?.text ?? '';
      // Every text may need a space, a hyphen or the sign for what no file has.
      byFace.set(keyOf(family), { family, text: `${before} -…\ufffd${text}` });
    }
    const files = await Promise.all([...byFace].map(async ([key, { family, text }]) => [
      key, await Promise.all(faceFiles(text, family).map(async (file) => ({
        file, typeface: await typefaceOf(file.file, assets, file.large),
      }))),
    ] as const));
    return new Typesetter(new Map(files));
  }

  /** A line of text as runs, from left to right as they are drawn. */
  runs(text: string, family: Family, base: 'ltr' | 'rtl' = 'ltr'): readonly TypeRun[] {
    const key = `${keyOf(family)} ${base} ${text}`;
    const found = this.#set.get(key) ?? this.#runsOf(text, family, base);
    this.#set.set(key, found);
    return found;
  }

  /** How wide a line of text is at a size, in the units of the size. */
  width(text: string, family: Family, size: number): number {
    return this.runs(text, family).reduce((sum, { glyphs, typeface }) => sum + (glyphs.advanceWidth / typeface.font.unitsPerEm) * size, 0);
  }

  #runsOf(text: string, family: Family, base: 'ltr' | 'rtl'): TypeRun[] {
    const { levels } = bidi.getEmbeddingLevels(text, base);
    const runs: { typeface: Typeface; level: number; characters: string[] }[] = [];
    let at = 0;
    for (const character of text) {
      const level = levels[at]!;
      const drawn = level % 2 === 1 ? (bidi.getMirroredCharacter(character) ?? character) : character;
      at += character.length;
      if (STEERING.test(character)) continue;
      const last = runs.at(-1);
      const typeface = this.#typefaceFor(character, family, last?.typeface);
      if (last?.level === level && last.typeface === typeface) last.characters.push(drawn);
      else runs.push({ typeface, level, characters: [drawn] });
    }
    return inVisualOrder(runs).map(({ typeface, level, characters }) => runOf(typeface, characters, level % 2 === 1));
  }

  #typefaceFor(character: string, family: Family, before: Typeface | undefined): Typeface {
    const point = character.codePointAt(0)!;
    const goesWith = before && (ATTACHED.test(character) || character === ' ' || character === '\u00a0');
    if (goesWith && before.font.hasGlyphForCodePoint(point)) return before;
    const files = this.#files.get(keyOf(family)) ?? [];
    const meant = files.find(({ file, typeface }) => file.holds(point) && typeface.font.hasGlyphForCodePoint(point));
    return (meant ?? files[0]!).typeface;
  }
}

function keyOf({ family, weight }: Family): string {
  return `${family}/${weight}`;
}

function runOf(typeface: Typeface, characters: readonly string[], rtl: boolean): TypeRun {
  // A font turns the letters of its script; signs without one are turned here.
  const signs = rtl && !characters.some((c) => RIGHT_TO_LEFT.test(c));
  const text = (signs ? [...characters].reverse() : characters).join('');
  const glyphs = typeface.font.layout(text);
  if (rtl) glyphs.glyphs.forEach(turnLigature);
  return { typeface, text, glyphs };
}

/** Runs in the order in which they are drawn from left to right (Unicode Bidirectional Algorithm, rule L2). */
function inVisualOrder<T extends { readonly level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs];
  for (let level = Math.max(0, ...runs.map((r) => r.level)); level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      if (ordered[from]!.level < level) continue;
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
