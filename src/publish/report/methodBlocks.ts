import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { writeDataset } from '../../formats';
import type { Dataset, Status } from '../../model';
import { bullets, heading, paragraph, words, type ReportBlock, type ReportText } from './report';
import { statusMeanings } from './statusWords';

/** How a report was made. */
interface Method {
  /** The dataset that it draws on. */
  readonly origin: Pick<Dataset, 'id' | 'title'>;
  /** The records that are in it. */
  readonly records: Dataset;
  /** The SHA-256 hash of the whole dataset, where all of it was at hand. */
  readonly hash?: string | undefined;
  /** "Throughline 0.1.0". */
  readonly madeWith: string;
  /** What was asked and what narrows it, a phrase each. */
  readonly asked: readonly string[];
  /** What was left out, a sentence each. */
  readonly left: readonly string[];
  readonly statuses: readonly (Status | undefined)[];
}

/** The SHA-256 hash of a dataset as Throughline writes it, in hexadecimal. */
export function datasetHash(dataset: Dataset): string {
  return bytesToHex(sha256(new TextEncoder().encode(writeDataset(dataset))));
}

/** Filter, dates, what was left out, what statuses mean, version and hashes. */
export function methodBlocks({ origin, records, hash, madeWith, asked, left, statuses }: Method): ReportBlock[] {
  const row = (what: string, how: string): ReportText => [{ kind: 'bold', text: `${what}: ` }, ...words(how)];
  return [
    heading(1, 'Method'),
    paragraph(words('A claim is what a source says, not a fact. The status of a tie follows from its claims and from nothing else.')),
    bullets(statusMeanings(statuses)),
    heading(2, 'What it was made from'),
    bullets([
      row('Dataset', `“${origin.title}” (${origin.id})`),
      ...(records.licence === undefined ? [] : [row('Licence', records.licence)]),
      ...(asked.length === 0 ? [] : [row('Filter', asked.join('; '))]),
      row('Records in this report', countsText(records)),
      ...(hash === undefined ? [] : [row('SHA-256 of the dataset', hash)]),
      row('SHA-256 of these records', datasetHash(records)),
      row('Made with', madeWith),
    ]),
    ...(left.length === 0 ? [] : [heading(2, 'What was left out'), bullets(left.map(words))]),
  ];
}

function countsText({ entities, relationships, sources }: Dataset): string {
  const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  return [
    count(entities.length, 'entity', 'entities'), count(relationships.length, 'tie', 'ties'), count(sources.length, 'source', 'sources'),
  ].join(', ');
}
