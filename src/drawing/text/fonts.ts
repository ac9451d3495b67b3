/** A face of the product's own fonts, as the table of advances names it. */
export type FaceId = 'sans400' | 'sans500' | 'sans600' | 'serif400' | 'serif600' | 'mono400';

/** A face that steps in where those lack a script. */
export type ScriptFaceId = `${'arabic' | 'hebrew' | 'thai' | 'devanagari'}${400 | 600}`;

export interface Face {
  /** The CSS family name, the same in the browser, in an SVG and in a canvas. */
  readonly family: string;
  readonly weight: 400 | 500 | 600;
  /** The fontsource package that the face comes from. */
  readonly package: string;
}

/** A face of a family; fontsource names its packages after their families. */
const face = (family: string, weight: Face['weight']): Face => ({
  family, weight, package: `@fontsource/${family.toLowerCase().replaceAll(' ', '-')}`,
});

export const faces: Readonly<Record<FaceId, Face>> = {
  sans400: face('IBM Plex Sans', 400), sans500: face('IBM Plex Sans', 500), sans600: face('IBM Plex Sans', 600),
  serif400: face('Source Serif 4', 400), serif600: face('Source Serif 4', 600),
  mono400: face('IBM Plex Mono', 400),
};

export const scriptFaces: Readonly<Record<ScriptFaceId, Face>> = {
  arabic400: face('IBM Plex Sans Arabic', 400), arabic600: face('IBM Plex Sans Arabic', 600),
  hebrew400: face('IBM Plex Sans Hebrew', 400), hebrew600: face('IBM Plex Sans Hebrew', 600),
  thai400: face('IBM Plex Sans Thai', 400), thai600: face('IBM Plex Sans Thai', 600),
  devanagari400: face('IBM Plex Sans Devanagari', 400), devanagari600: face('IBM Plex Sans Devanagari', 600),
};

/** Of Hangul, of Han and kana, and of the rarer characters of Japanese names. One weight, 500, serves all, since these fonts are large. */
export const wideFamilies = ['Noto Sans KR', 'Noto Sans SC', 'Noto Sans JP'] as const;

/** The families that come after each of the product's own, in their order. */
export const fallbackFamilies: readonly string[] = [...new Set(Object.values(scriptFaces).map((face) => face.family)), ...wideFamilies];

/** A face at a size. Sizes and line heights are chart units (1 unit is 1 px at zoom 1). */
export interface Font extends Face {
  readonly face: FaceId;
  readonly size: number;
  readonly lineHeight: number;
}

const font = (id: FaceId, size: number, lineHeight: number): Font => ({ ...faces[id], face: id, size, lineHeight });

/** What a text is on a chart; painters set it, and everything measures it, by this table. */
export const fonts = {
  /** An entity's name in a full box, and in a compact one. */
  name: font('sans600', 13, 16),
  nameCompact: font('sans600', 12, 14),
  /** The second line of a full box: type · country. */
  subtitle: font('sans400', 10.5, 13),
  /** What stands on a line. */
  label: font('sans400', 11, 14),
  /** Outside the chart, in what is exported: legend, title, sentences, keys and numbers of footnotes. */
  legend: font('sans400', 11, 16),
  title: font('sans600', 16, 20),
  prose: font('serif400', 14, 20),
  proseStrong: font('serif600', 14, 20),
  key: font('mono400', 10.5, 14),
} as const satisfies Record<string, Font>;

export type FontRole = keyof typeof fonts;
