import { AlignmentType, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx';

const SANS = 'IBM Plex Sans';
const SERIF = 'Source Serif 4';

/** Lengths of Word, in twentieths of a point. */
export const TWIPS = { page: { width: 11_906, height: 16_838 }, margin: 1134 } as const;
export const TEXT_WIDTH = TWIPS.page.width - 2 * TWIPS.margin;

/** The styles that paragraphs and runs of a report name; whoever edits it changes its look by them. */
export const STYLE = {
  facts: 'ReportFacts', notice: 'ReportNotice', cell: 'ReportCell', head: 'ReportTableHead', picture: 'ReportPicture',
} as const;

const QUIET = '595959';
const fontOf = (family: string) => ({ ascii: family, hAnsi: family, cs: family, eastAsia: family });

export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: fontOf(SERIF), size: 22, language: { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { font: fontOf(SANS), size: 44, bold: true }, paragraph: { spacing: { after: 160 } } },
    heading1: { run: { font: fontOf(SANS), size: 30, bold: true, color: '1A1A1A' }, paragraph: { spacing: { before: 360, after: 120 },
      keepNext: true } },
    heading2: { run: { font: fontOf(SANS), size: 24, bold: true, color: '1A1A1A' }, paragraph: { spacing: { before: 240, after: 80 },
      keepNext: true } },
    footnoteText: { run: { font: fontOf(SANS), size: 17 }, paragraph: { spacing: { after: 40, line: 240 } } },
    hyperlink: { run: { color: '1F4E9E', underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLE.facts, name: 'Report facts', basedOn: 'Normal', quickFormat: true, run: { font: fontOf(SANS), size: 19, color: QUIET },
    },
    { id: STYLE.notice, name: 'Report notice', basedOn: 'Normal', quickFormat: true, run: { font: fontOf(SANS), size: 20, bold: true } },
    {
      id: STYLE.cell, name: 'Report cell', basedOn: 'Normal', quickFormat: true, run: { font: fontOf(SANS), size: 17 },
      paragraph: { spacing: { before: 30, after: 30, line: 240 }, alignment: AlignmentType.LEFT },
    },
    { id: STYLE.head, name: 'Report table head', basedOn: STYLE.cell, quickFormat: true, run: { bold: true } },
    {
      id: STYLE.picture, name: 'Report picture', basedOn: 'Normal', quickFormat: true,
      // A line as high as what stands in it, or the picture is cut.
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
};

export const BULLETS = 'report-bullets';
export const NUMBERS = 'report-numbers';
const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const indent = (level: number) => ({ paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } });

export const numbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    {
      reference: BULLETS,
      levels: LEVELS.map((level) => ({ level, format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–', style: indent(level) })),
    },
    {
      reference: NUMBERS,
      levels: LEVELS.map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, style: indent(level) })),
    },
  ],
};
