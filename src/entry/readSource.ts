import { type Source, type SourceKind } from '../model';
import { dateAt, partialOf } from './dates';

/**
 * What could be told of a source from what was pasted, without any request. A title and a publisher are always there:
 * a description where they are not known.
 */
export interface SourceRead {
  readonly source: Omit<Source, 'id'>;
  /** What it was read as. */
  readonly as: 'BibTeX' | 'RIS' | 'address' | 'citation';
  /** What was in it and the model has no field for. */
  readonly left: readonly string[];
}

/** Reads an address, a citation, or an entry of BibTeX or RIS as a source; undefined of a blank text. Never throws. */
export function readSource(text: string, today?: string): SourceRead | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return bibtex(trimmed) ?? ris(trimmed) ?? address(trimmed, today) ?? citation(trimmed, today);
}

const BIB_KINDS: Readonly<Record<string, SourceKind>> = {
  book: 'book',
  inbook: 'book',
  incollection: 'book',
  article: 'report',
  techreport: 'report',
  report: 'report',
  phdthesis: 'report',
  mastersthesis: 'report',
  online: 'news',
  legislation: 'filing',
  jurisdiction: 'court',
  inproceedings: 'report',
  newspaper: 'news',
};

function bibtex(text: string): SourceRead | undefined {
  const head = /^@(\w+)\s*[{(]\s*([^,\s]*)\s*,/u.exec(text);
  if (!head) return undefined;
  const fields = bibFields(text.slice(head[0].length));
  const of = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
  const type = head[1]!.toLowerCase();
  const used = [
    'title', 'author', 'editor', 'publisher', 'journal', 'journaltitle', 'institution', 'organization', 'school', 'booktitle',
    'howpublished', 'year', 'month', 'day', 'date', 'url', 'urldate', 'language', 'langid',
  ];
  const news = /newspaper|times|post|news|herald|tribune/i.test(of('journal', 'journaltitle') ?? '');
  return {
    as: 'BibTeX',
    left: [...fields.keys()].filter((name) => !used.includes(name)),
    source: sourceFrom({
      title: of('title'),
      author: of('author', 'editor')?.replace(/\s+and\s+/g, '; '),
      publisher: of('journal', 'journaltitle', 'publisher', 'institution', 'organization', 'school', 'howpublished', 'booktitle'),
      published: datePart(of('date')) ?? dated(of('year'), of('month'), of('day')),
      url: of('url'),
      accessed: datePart(of('urldate')),
      kind: news ? 'news' : (BIB_KINDS[type] ?? 'other'),
      language: languageOf(of('language', 'langid')),
    }),
  };
}

/** The fields of an entry, by name in lower case; braces and quotation marks around a value are taken off, those inside it too. */
function bibFields(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  for (;;) {
    const name = /[\s,]*([A-Za-z][\w-]*)\s*=\s*/uy;
    name.lastIndex = at;
    const found = name.exec(text);
    if (!found) return fields;
    const [value, end] = bibValue(text, name.lastIndex);
    fields.set(found[1]!.toLowerCase(), value.replace(/[{}]/g, '').replace(/\\&/g, '&').replace(/--+/g, '–').replace(/\s+/g, ' ').trim());
    at = end;
  }
}

function bibValue(text: string, at: number): [string, number] {
  const open = text[at];
  if (open !== '{' && open !== '"') {
    const plain = /[^,}\s]*/uy;
    plain.lastIndex = at;
    return [plain.exec(text)![0], plain.lastIndex];
  }
  let depth = 0;
  for (let i = at; i < text.length; i += 1) {
    if (text[i] === '{') depth += 1;
    else if (text[i] === '}') depth -= 1;
    if ((open === '{' && depth === 0) || (open === '"' && i > at && text[i] === '"' && depth === 0)) return [text.slice(at + 1, i), i + 1];
  }
  return [text.slice(at + 1), text.length];
}

const RIS_KINDS: Readonly<Record<string, SourceKind>> = {
  NEWS: 'news',
  MGZN: 'news',
  ELEC: 'news',
  BLOG: 'news',
  BOOK: 'book',
  CHAP: 'book',
  RPRT: 'report',
  JOUR: 'report',
  THES: 'report',
  CASE: 'court',
  LEGAL: 'court',
  GOVDOC: 'filing',
  STAT: 'filing',
  BILL: 'filing',
  PRESS: 'statement',
};

function ris(text: string): SourceRead | undefined {
  if (!/^TY {1,2}- /u.test(text)) return undefined;
  const fields = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/u)) {
    const match = /^([A-Z][A-Z0-9]) {1,2}-\s*(.*)$/u.exec(line);
    if (match && match[2]!.trim() !== '') fields.set(match[1]!, [...(fields.get(match[1]!) ?? []), match[2]!.trim()]);
  }
  const of = (...tags: string[]) => tags.map((tag) => fields.get(tag)?.[0]).find((value) => value !== undefined);
  const authors = [...(fields.get('AU') ?? []), ...(fields.get('A1') ?? [])];
  const used = new Set(['TY', 'TI', 'T1', 'CT', 'AU', 'A1', 'PB', 'JO', 'JF', 'T2', 'JA', 'PY', 'Y1', 'DA', 'Y2', 'UR', 'LA', 'ER']);
  const day = (value: string | undefined) =>
    value === undefined ? undefined : dated(...(value.split('/') as [string?, string?, string?]));
  return {
    as: 'RIS',
    left: [...fields.keys()].filter((tag) => !used.has(tag)),
    source: sourceFrom({
      title: of('TI', 'T1', 'CT'), author: authors.length > 0 ? authors.join('; ') : undefined, publisher: of('JO', 'JF', 'T2', 'JA', 'PB'),
      published: day(of('DA')) ?? day(of('PY', 'Y1')), accessed: day(of('Y2')), url: of('UR'), kind: RIS_KINDS[of('TY') ?? ''] ?? 'other',
      language: languageOf(of('LA')),
    }),
  };
}

function address(text: string, today: string | undefined): SourceRead | undefined {
  if (/\s/u.test(text) || !/^(https?:\/\/|www\.)/iu.test(text)) return undefined;
  const url = urlOf(text);
  if (!url) return undefined;
  const archived = /^https?:\/\/(?:web\.archive\.org\/web\/\d+[a-z_]*|archive\.(?:ph|today|is|org)\/[^/]+)\/(https?:\/\/.+)$/iu.exec(
    url.href,
  );
  const original = archived && urlOf(archived[1]!);
  const of = original ?? url;
  const host = of.hostname.replace(/^www\./u, '');
  const slug = decoded(of.pathname).split('/').filter(Boolean).at(-1)?.replace(/\.[a-z]{2,5}$/iu, '').replace(/[-_+]+/g, ' ').trim() ?? '';
  const words = /[\p{L}]{3}.* /u.test(slug)
    ? slug.replace(/^./u, (c) => c.toUpperCase())
    : `${host}${of.pathname === '/' ? '' : decoded(of.pathname)}`;
  const day = /\/((?:19|20)\d{2})[/-](\d{2})(?:[/-](\d{2}))?(?=[/-]|$)/u.exec(of.pathname);
  const published = day ? dated(day[1], day[2], day[3]) : undefined;
  return {
    as: 'address', left: [],
    source: sourceFrom({
      title: words, publisher: host, url: of.href, published, kind: kindOfHost(of), accessed: today,
      archived: original ? url.href : undefined,
    }),
  };
}

function kindOfHost({ hostname, pathname }: URL): SourceKind {
  if (/(^|\.)sec\.gov$|edgar/iu.test(hostname)) return 'filing';
  if (/companieshouse|company-information|handelsregister|opencorporates|gleif\.org/iu.test(hostname + pathname)) return 'registry';
  if (/courtlistener|(^|\.)justice\.gov$|bailii|curia\.europa/iu.test(hostname)) return 'court';
  return /\.(gov|mil)(\.[a-z]{2})?$|\.int$/iu.test(hostname) ? 'report' : 'news';
}

/**
 * "Author, “Title”, Publisher, 5 February 2009, https://…": what stands in quotation marks is the title,
 * a date and an address are told by their looks.
 */
function citation(text: string, today: string | undefined): SourceRead {
  const flat = text.replace(/\s+/g, ' ');
  const found = /https?:\/\/[^\s<>"”]+/iu.exec(flat);
  const url = found ? urlOf(found[0].replace(/[.,;)]+$/u, '')) : undefined;
  const rest = found ? `${flat.slice(0, found.index)} ${flat.slice(found.index + found[0].length)}` : flat;
  const quoted = /["“«„]([^"”»“]{2,})["”»]/u.exec(rest);
  const outside = quoted ? `${rest.slice(0, quoted.index)}, ${rest.slice(quoted.index + quoted[0].length)}` : rest;
  const published = wholeDate(outside) ?? (quoted ? dateIn(outside) : undefined);
  const pieces = (published ? outside.replace(published.typed, '') : outside)
    .split(/[,;]|(?<=[\p{Ll}\d]{2})\.\s/u)
    .map((p) => p.replace(/^[\s.()]+|[\s.()]+$/gu, ''))
    .filter((p) => p !== '');
  const [author, publisher] = quoted
    ? pieces.length > 1
      ? [pieces[0], pieces.slice(1).join(', ')]
      : [undefined, pieces[0]]
    : [undefined, pieces.length > 1 ? pieces.at(-1) : undefined];
  const title = quoted?.[1]?.replace(/[,.]$/u, '') ?? (pieces.length > 1 ? pieces.slice(0, -1).join(', ') : pieces[0]);
  return {
    as: 'citation', left: [],
    source: sourceFrom({
      title: title ?? flat, publisher: publisher ?? url?.hostname.replace(/^www\./u, ''), author, published: published?.date,
      url: url?.href, accessed: url ? today : undefined, kind: url ? kindOfHost(url) : 'other',
    }),
  };
}

/** A date that stands alone between commas: one within a title is part of it. */
function wholeDate(text: string): { typed: string; date: string } | undefined {
  for (const { 0: piece } of text.matchAll(/[^,;()]+/gu)) {
    const typed = piece.trim().replace(/\.$/u, '');
    const found = typed === '' ? undefined : dateAt(typed, 0);
    if (found?.value !== undefined && found.length === typed.length) return { typed, date: found.value };
  }
  return undefined;
}

function dateIn(text: string): { typed: string; date: string } | undefined {
  for (const { index } of text.matchAll(/(?<=^|[\s(,])(?=[\p{L}\d])/gu)) {
    const found = dateAt(text, index);
    if (found?.value !== undefined) return { typed: text.slice(index, index + found.length), date: found.value };
  }
  return undefined;
}

interface Raw {
  readonly [field: string]: string | undefined;
}

/** Who publishes is asked for where it is not known: the model needs somebody who answers for it. */
const PUBLISHER_UNKNOWN = 'not told';

function sourceFrom(raw: Raw & { readonly kind: SourceKind }): Omit<Source, 'id'> {
  const url = raw.url === undefined ? undefined : urlOf(raw.url);
  const title = raw.title ?? (url ? `${url.hostname}${url.pathname === '/' ? '' : url.pathname}` : 'untitled');
  return {
    title,
    publisher: raw.publisher ?? url?.hostname.replace(/^www\./u, '') ?? PUBLISHER_UNKNOWN,
    ...(raw.author === undefined ? {} : { author: raw.author }),
    ...(raw.published === undefined ? {} : { published: raw.published }),
    ...(url ? { url: url.href } : {}),
    ...(raw.accessed === undefined ? {} : { accessed: raw.accessed }),
    ...(raw.archived === undefined ? {} : { archived: raw.archived }),
    ...(raw.language === undefined ? {} : { language: raw.language }),
    kind: raw.kind,
  };
}

function urlOf(text: string): URL | undefined {
  const full = /^www\./iu.test(text) ? `https://${text}` : text;
  return URL.canParse(full) && /^https?:$/u.test(new URL(full).protocol) ? new URL(full) : undefined;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    if (!(cause instanceof URIError)) throw cause;
    return path;
  }
}

function datePart(value: string | undefined): string | undefined {
  return value === undefined ? undefined : partialOf(value.trim());
}

const BIB_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date of its parts, as far as they are there and are a day. */
function dated(year?: string, month?: string, day?: string): string | undefined {
  const y = /\d{4}/u.exec(year ?? '')?.[0];
  if (y === undefined) return undefined;
  const named = BIB_MONTHS.indexOf((month ?? '').trim().slice(0, 3).toLowerCase()) + 1;
  const m = named > 0 ? named : Number(/^\d{1,2}$/u.exec((month ?? '').trim())?.[0] ?? 0);
  if (m < 1 || m > 12) return partialOf(y);
  const d = Number(/^\d{1,2}$/u.exec((day ?? '').trim())?.[0] ?? 0);
  const two = (n: number) => String(n).padStart(2, '0');
  return (d > 0 ? partialOf(`${y}-${two(m)}-${two(d)}`) : undefined) ?? partialOf(`${y}-${two(m)}`);
}

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en', german: 'de', ngerman: 'de', french: 'fr', spanish: 'es', russian: 'ru', korean: 'ko', chinese: 'zh', japanese: 'ja',
  arabic: 'ar',
};

function languageOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  return LANGUAGES[value.toLowerCase()] ?? (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(value) ? value : undefined);
}
