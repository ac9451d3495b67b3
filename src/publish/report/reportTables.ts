import { countedClaims, datesText, entityTypes, shareText, type Claim, type Entity, type Relationship, type Status } from '../../model';
import { amountText, dateText, plainText } from '../../wording';
import type { SnapshotContent } from '../snapshot/snapshotContent';
import { reportText } from './reportText';
import { said, words, type ReportItem, type ReportPart, type ReportTable, type ReportText } from './report';

type Content = Pick<SnapshotContent, 'part' | 'sentences' | 'spoken'>;

/** Every entity of a report: names, type, country, dates, numbers in registers. */
export function entitiesTable({ part }: Content): ReportTable {
  const row = (e: Entity): ReportText[] => [
    words(e.name), words((e.aliases ?? []).join('; ')), words(entityTypes[e.type].label),
    words(e.jurisdiction ?? ''), words(datesText(e)), words((e.identifiers ?? []).map((i) => `${i.scheme} ${i.value}`).join('; ')),
  ];
  return {
    kind: 'table', name: 'Entities',
    columns: [
      { title: 'Name', width: 0.26 }, { title: 'Also known as', width: 0.25 }, { title: 'Type', width: 0.12 },
      { title: 'Country', width: 0.1 }, { title: 'Dates', width: 0.13 }, { title: 'Numbers', width: 0.14 },
    ],
    rows: part.entities.map(row),
  };
}

/** Every tie: its sentence, its status, when it held, its share or sum, and who says what of it. */
export function tiesTable(content: Content): ReportTable {
  const { part, sentences, spoken } = content;
  const row = (r: Relationship): ReportText[] => [
    reportText(sentences.relationship(r.id)).filter((p) => p.kind !== 'notes'), words(sentences.statusOf(r.id) ?? ''), words(datesText(r)),
    words([shareText(r.share), r.amount ? amountText(r.amount) : ''].filter((t) => t !== '').join('; ')),
    sayers(countedClaims(r, spoken), content),
  ];
  return {
    kind: 'table', name: 'Ties',
    columns: [
      { title: 'Tie', width: 0.39 }, { title: 'Status', width: 0.12 }, { title: 'Held', width: 0.13 },
      { title: 'Share or sum', width: 0.11 }, { title: 'Who says so', width: 0.25 },
    ],
    rows: part.relationships.map(row),
  };
}

/** Every claim that counts: what it is about, what its source says, and in which words. */
export function claimsTable(content: Content): ReportTable {
  return {
    kind: 'table', name: 'Claims',
    columns: [
      { title: 'About', width: 0.27 }, { title: 'Status', width: 0.1 }, { title: 'Publisher', width: 0.16 }, { title: 'Says', width: 0.1 },
      { title: 'In which words', width: 0.3 }, { title: 'Note', width: 0.07 },
    ],
    rows: claimsByRecord(content).flatMap(({ about, status, claims }) => claims.map((claim) => [
      words(about), words(status ?? ''), words(publisherOf(claim, content)), words(claim.stance), saidWords(claim),
      [noteOf(claim, content)],
    ])),
  };
}

/** The same as text: each tie and entity with its claims beneath. No table, since word processors set notes of long tables badly. */
export function claimsList(content: Content): ReportItem[] {
  return claimsByRecord(content).map(({ about, status, claims }) => ({
    text: [{ kind: 'bold', text: about }, ...words(status === undefined ? '' : ` Status: ${status}.`)],
    below: claims.map((claim) => {
      const told = saidWords(claim);
      const sayer = said(`${publisherOf(claim, content)} ${claim.stance}${told.length === 0 ? '' : ': '}`);
      return { text: [sayer, ...told, noteOf(claim, content)], below: [] };
    }),
  }));
}

interface RecordClaims {
  /** The sentence of a tie, or the name of an entity. */
  readonly about: string;
  readonly status?: Status | undefined;
  readonly claims: readonly Claim[];
}

function claimsByRecord({ part, sentences, spoken }: Content): RecordClaims[] {
  return [
    ...part.relationships.map((r) => ({
      about: plainText(sentences.relationship(r.id)), status: sentences.statusOf(r.id), claims: countedClaims(r, spoken),
    })),
    ...part.entities.map((e) => ({ about: e.name, claims: countedClaims(e, spoken) })),
  ].filter(({ claims }) => claims.length > 0);
}

/** "The Washington Post alleges¹; Huawei denies²". */
function sayers(claims: readonly Claim[], content: Content): ReportText {
  return claims.flatMap((claim, i): ReportPart[] => [
    said(`${i === 0 ? '' : '; '}${publisherOf(claim, content)} ${claim.stance}`), noteOf(claim, content),
  ]);
}

function publisherOf({ source }: Claim, { part }: Content): string {
  return part.sources.find((s) => s.id === source)?.publisher ?? source;
}

function saidWords({ statement, quote, made }: Claim): ReportText {
  const parts = [statement ?? '', quote === undefined ? '' : `“${quote}”`, made === undefined ? '' : `(said ${dateText(made)})`];
  return words(parts.filter((p) => p !== '').join(' '));
}

function noteOf(claim: Claim, { sentences }: Content): ReportPart {
  return { kind: 'notes', numbers: [sentences.footnotes.ofClaim(claim)] };
}
