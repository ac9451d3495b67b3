import {
  capturedFile, source as sourceSchema, sourceKinds, stances, reliability,
  type Claim, type Source, type SourceKind, type Stance,
} from '../../model';
import { foldWords, hostOf, webAddress } from '../words';
import type { DatasetBuilder } from '../builder';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';
import { folded } from './rawTable';
import { dateOfRow } from './rowDates';

/** Who published a source of which nobody says it: one for all, so that two such sources are never two witnesses. */
const UNKNOWN_PUBLISHER = 'not told';

/** Usual words for what a source says, as `foldWords` gives them. */
const STANCES: Readonly<Record<Stance, string>> = {
  asserts:
    'asserts,assert,asserted,confirmed,confirms,fact,yes,behauptet,bestatigt,confirme,affirme,confirma,afirma,подтверждает,утверждает',
  alleges:
    'alleges,allege,alleged,claims,reportedly,rumour,rumor,suspected,unconfirmed,mutmasslich,angeblich,allegue,presume,presunto,alega,'
    + 'предположительно,якобы',
  denies: 'denies,deny,denied,refutes,refuted,false,no,dementi,bestreitet,dement,nie,niega,desmiente,отрицает,опровергает',
  questions:
    'questions,question,questioned,doubts,doubtful,disputed,disputes,bezweifelt,conteste,doute,duda,cuestiona,сомнительно,оспаривает',
};
const STANCE_OF = new Map(stances.flatMap((stance) => STANCES[stance].split(',').map((word) => [word, stance] as const)));

/** What a row says of a source. */
type Said = { readonly [K in keyof Source]?: Source[K] | undefined };

/** The sources of a file: those of its tables of sources by their ids, those that rows name by what they say of them. */
export class SourceRegister {
  readonly #byId = new Map<string, string>();
  /** By the id of a source, those that its row says it derives from, as they stand there. */
  readonly #derived = new Map<string, { readonly at: string; readonly from: readonly string[] }>();

  constructor(
    readonly builder: DatasetBuilder,
    readonly options: TableOptions,
  ) {}

  /** Reads a row of a table of sources. */
  readRow(row: MappedRow): void {
    const said: Said = { ...this.#said(row, row.text('sourceUrl')), ...asWritten(row), ...this.#copyOf(row) };
    const wanted = row.text('id');
    if (said.title === undefined && said.url === undefined && wanted === '') {
      this.builder.warn('no-name', row.at, 'This row has neither an id nor a title; it was not read.', 'Give the source a title.');
      this.builder.miss('rows of sources without id and title');
      return;
    }
    const taken = wanted !== '' && this.#byId.has(wanted);
    if (taken)
      this.builder.warn(
        'duplicate-id', row.at, `Another source has the id “${wanted}” already; claims that cite it cite the first.`,
        'Give each source an id of its own.', wanted,
      );
    const id = this.builder.source(`row ${row.at}`, () => ({ ...(wanted === '' ? {} : { id: wanted }), ...sourceFrom(said, wanted) }));
    const kept = wanted === '' || taken || wanted.length > 200 ? id : this.#keepId(id, wanted);
    if (wanted !== '' && !taken) this.#byId.set(wanted, kept);
    const from = row.columns.of('derivedFrom').flatMap((column) => row.list(column));
    if (from.length > 0) this.#derived.set(kept, { at: row.at, from });
  }

  /** Once all sources are read: which of them derive from which. */
  finish(): void {
    for (const [id, { at, from }] of this.#derived) {
      const known = from.flatMap((wanted) => this.#byId.get(wanted) ?? []);
      for (const wanted of from.filter((one) => !this.#byId.has(one)))
        this.builder.warn(
          'unknown-source', at, 'No table of sources has this id, from which the source derives; it was left out.',
          'Add it to the table of sources, or correct the id.', wanted,
        );
      this.builder.derive(id, known);
    }
  }

  /** The claims that a row makes by its own columns, one for each source; none where it names none and says nothing. */
  claimsOf(row: MappedRow): Claim[] {
    const stance = this.stanceOf(row);
    const rest = { ...optional('statement', row.prose('statement')), ...optional('locator', row.prose('locator')) };
    const ids = row.columns.of('source').flatMap((column) => row.list(column));
    const cited = (ids.length > 0 ? ids : this.#idsAsTitles(row)).map((id) => this.cited(id, row));
    const named = cited.length > 0 ? [] : this.#namedIn(row);
    const sources = [...cited, ...named];
    if (sources.length === 0 && (stance !== undefined || rest.statement !== undefined || rest.locator !== undefined))
      sources.push(this.#file());
    return [...new Set(sources)].map((source) => ({ source, stance: stance ?? 'asserts', ...rest }));
  }

  /** The id of a source that is cited by its id. One that the file lacks gets a source that stands for it. */
  cited(id: string, row: MappedRow): string {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const made = this.builder.source(`cited ${id}`, () => ({ title: id, publisher: UNKNOWN_PUBLISHER, kind: 'other' }));
    this.#byId.set(id, made);
    this.builder.warn(
      'unknown-source', row.at, 'No table of sources has this id; a source was added for it.',
      'Add it to the table of sources, or correct the id.', id,
    );
    return made;
  }

  /** What a source says by the words of a row; what is no known word is kept as a property. */
  stanceOf(row: MappedRow): Stance | undefined {
    const found = row.found('stance');
    if (!found) return undefined;
    const stance = STANCE_OF.get(foldWords(found.text));
    if (stance !== undefined) return stance;
    this.builder.warn(
      'unknown-stance', row.at, 'This stance is not known; it was read as “asserts” and kept as a property.',
      `Write one of ${stances.join(', ')}.`, found.text,
    );
    row.keep(found.column);
    return 'asserts';
  }

  /** The ids of sources of the file that stand where a row names its sources: a header “sources” says either. */
  #idsAsTitles(row: MappedRow): string[] {
    if (row.text('sourceUrl') !== '') return [];
    return row.columns.of('sourceTitle').flatMap(({ index }) => {
      const text = row.raw(index).trim();
      const ids = this.#byId.has(text) ? [text] : text.split(/\s*[;,|\n]\s*/);
      return ids.every((id) => this.#byId.has(id)) ? ids : [];
    });
  }

  #namedIn(row: MappedRow): string[] {
    const addresses = row.columns.of('sourceUrl').flatMap(({ index }) => addressesIn(row.raw(index)));
    const urls = addresses.length > 0 ? addresses : [''];
    return urls.flatMap((address) => {
      const said = this.#said(row, address);
      if (said.title === undefined && said.url === undefined && said.publisher === undefined) return [];
      const key = JSON.stringify([
        said.url, said.url === undefined || addresses.length < 2 ? said.title : '', said.publisher, said.author, said.published,
      ]);
      return [this.builder.source(key, () => sourceFrom(said, ''))];
    });
  }

  /** What a row says of one source. An address that is none of the web is kept as its title. */
  #said(row: MappedRow, address: string): Said {
    const url = address === '' ? undefined : webAddress(address)?.href;
    const titles = row.columns.of('sourceTitle').map(({ index }) => folded(row.raw(index))).filter((text) => text !== '');
    if (address !== '' && url === undefined && titles.length > 0)
      this.builder.warn('bad-url', row.at, 'The address of this source is none of the web; it was left out.', 'Write https://…', address);
    const title = titles.join('; ') || (url === undefined ? address.trim() : '');
    const web = /^https?:\S+$/i.test(title) && url === undefined ? webAddress(title)?.href : undefined;
    const published = dateOfRow(row, 'published', this.options);
    const grade = reliability.safeParse(row.text('reliability').toUpperCase());
    return {
      ...optional('title', title), ...optional('publisher', row.prose('publisher')), ...optional('author', row.prose('author')),
      ...optional('published', published), ...optional('url', url ?? web), ...optional('kind', this.#kindOf(row)),
      ...(grade.success ? { reliability: grade.data } : {}),
    };
  }

  /** When a source was read, where a copy lies, and which file it was. What does not fit is counted. */
  #copyOf(row: MappedRow): Said {
    const archived = row.text('archived') === '' ? undefined : webAddress(row.text('archived'))?.href;
    const language = sourceSchema.shape.language.safeParse(row.text('language') || undefined);
    const named = row.text('fileName');
    const file =
      named === ''
        ? undefined
        : capturedFile.safeParse({
            name: named, mediaType: row.text('fileType'), bytes: Number(row.text('fileBytes')), sha256: row.text('fileHash'),
          });
    if (!language.success || file?.success === false || (row.text('archived') !== '' && archived === undefined))
      this.builder.miss('languages, archived copies and files of sources that are none');
    return {
      ...optional('accessed', dateOfRow(row, 'accessed', this.options)), ...optional('archived', archived),
      ...optional('language', language.data), ...optional('file', file?.data),
    };
  }

  #kindOf(row: MappedRow): SourceKind | undefined {
    const word = foldWords(row.text('sourceKind'));
    if (word === '') return undefined;
    const kind = sourceKinds.find((one) => one === word || `${one}s` === word);
    if (kind === undefined) this.builder.miss(`kind of source “${word.slice(0, 40)}”`);
    return kind;
  }

  #file(): string {
    const title = this.builder.options.name ?? 'the table itself';
    return this.builder.source('(file)', () => ({ title, publisher: UNKNOWN_PUBLISHER, kind: 'other' }));
  }

  /** Sources of a table keep their ids as they are: no other source is named after them. */
  #keepId(id: string, wanted: string): string {
    const at = this.builder.sources.length - 1;
    if (this.builder.sources[at]!.id === id) this.builder.sources[at] = { ...this.builder.sources[at]!, id: wanted };
    return wanted;
  }
}

/** The addresses that a cell has, apart; a cell without any is one text. */
function addressesIn(cell: string): string[] {
  const parts = cell.split(/[\s|]+|;(?=\s*https?:)/).filter((text) => text !== '');
  return parts.some((part) => webAddress(part)) ? parts : [folded(cell)].filter((text) => text !== '');
}

/** The title and address of a table of sources as they stand: there nothing is told apart by them. */
function asWritten(row: MappedRow): { title?: string; url?: string | undefined } {
  const [title, url] = [row.text('sourceTitle'), row.text('sourceUrl')];
  const hasOwn = row.columns.of('sourceTitle').length === 1 && row.columns.of('sourceUrl').length === 1;
  return hasOwn && title !== '' ? { title, url: webAddress(url) ? url : undefined } : {};
}

function sourceFrom(said: Said, id: string): Omit<Source, 'id'> {
  const url = said.url === undefined ? undefined : new URL(said.url);
  return {
    title:
      said.title ?? (url === undefined ? said.publisher || id || 'untitled' : `${hostOf(url)}${url.pathname === '/' ? '' : url.pathname}`),
    publisher: said.publisher ?? (url ? hostOf(url) : UNKNOWN_PUBLISHER),
    ...optional('author', said.author),
    ...optional('published', said.published),
    ...optional('url', said.url),
    ...optional('accessed', said.accessed),
    ...optional('archived', said.archived),
    ...optional('language', said.language),
    ...optional('file', said.file),
    kind: said.kind ?? 'other',
    ...optional('reliability', said.reliability),
  };
}

function optional<K extends string, V>(key: K, value: V | undefined | ''): Partial<Record<K, V>> {
  return value === undefined || value === '' ? {} : ({ [key]: value } as Record<K, V>);
}
