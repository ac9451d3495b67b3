import { sheetsFile, type SheetTable } from '../../formats';
import { textOf, type Report, type ReportItem } from './report';

/** A report as a workbook: its text line by line, a sheet for each of its tables, and one of the sources by the numbers of its notes. */
export async function reportWorkbook(report: Report): Promise<Uint8Array> {
  return (await sheetsFile([textSheet(report), ...tableSheets(report), sourcesSheet(report)])).bytes;
}

type Row = SheetTable['rows'][number];

function textSheet({ title, blocks }: Report): SheetTable {
  const rows: Row[] = [[title, '']];
  let section = '';
  const item = ({ text, below }: ReportItem, depth: number): void => {
    rows.push([section, `${'– '.repeat(depth)}${textOf(text, 'numbered')}`]);
    for (const one of below) item(one, depth + 1);
  };
  for (const block of blocks) {
    if (block.kind === 'heading') section = block.text;
    else if (block.kind === 'paragraph') rows.push([section, textOf(block.text, 'numbered')]);
    else if (block.kind === 'list') block.items.forEach((one) => item(one, 0));
    else if (block.kind === 'picture') rows.push([section, block.alt]);
  }
  return { name: 'Report', header: ['Section', 'Text'], rows };
}

function tableSheets({ blocks, sheets }: Report): SheetTable[] {
  return [...blocks, ...sheets].flatMap((block) => {
    if (block.kind !== 'table') return [];
    return [{
      name: block.name, header: block.columns.map((c) => c.title),
      rows: block.rows.map((row) => row.map((text) => textOf(text, 'numbered').trim())),
    }];
  });
}

function sourcesSheet({ notes }: Report): SheetTable {
  return {
    name: 'Sources',
    header: [
      'Number', 'Citation', 'Publisher', 'Title', 'Author', 'Published', 'Kind', 'Reliability', 'Locator', 'Link', 'Archive', 'SHA-256',
    ],
    rows: notes.map(({ number, text, url, source, locator }) => [
      number, text, source?.publisher ?? '', source?.title ?? '', source?.author ?? '', source?.published ?? '', source?.kind ?? '',
      source?.reliability ?? '', locator ?? '', url ?? '', source?.archived ?? '', source?.file?.sha256 ?? '',
    ]),
  };
}
