import type { ReactNode } from 'react';
import {
  citedSources, datesText, entityTypes, relationshipType, shareText, statusWithout, verbPhrase, type Entity, type Relationship, type Source,
} from '../../model';
import type { RowsAnswer, RowsQuestion } from '../../store';
import { EntityIcon } from '../parts/EntityIcon';
import { LineSample } from '../parts/LineSample';
import { StatusBadge } from '../parts/StatusBadge';

/** A row of all the data, as it came from the store. */
export interface WholeRow {
  readonly id: string;
  readonly ties: number | undefined;
  readonly entity: Entity | undefined;
  readonly relationship: Relationship | undefined;
  name(id: string): string;
  source(id: string): Source | undefined;
}

interface WholeColumn {
  readonly id: string;
  readonly label: string;
  readonly width: string;
  readonly figures?: boolean;
  /** What the store orders rows by; absent where it does not by this. */
  readonly order?: NonNullable<RowsQuestion['order']>;
  cell(row: WholeRow, aside: ReadonlySet<string>): ReactNode;
}

/** The rows of a page, with what each needs to be read. */
export function rowsOf(page: RowsAnswer): WholeRow[] {
  const [entities, relationships, sources] = [page.entities, page.relationships, page.sources].map(
    (records) => new Map<string, unknown>(records.map((r) => [r.id, r])),
  ) as [Map<string, Entity>, Map<string, Relationship>, Map<string, Source>];
  return page.rows.map(({ id, ties }) => ({
    id, ties, entity: entities.get(id), relationship: relationships.get(id),
    name: (end) => entities.get(end)?.shortName ?? entities.get(end)?.name ?? end, source: (cited) => sources.get(cited),
  }));
}

function cut(text: string, quiet = false): ReactNode {
  return <span className={quiet ? 'cut quiet' : 'cut'} title={text}><bdi>{text}</bdi></span>;
}

const ofEntity = (read: (entity: Entity) => ReactNode) => ({ entity }: WholeRow) => entity && read(entity);
const ofTie =
  (read: (relationship: Relationship, row: WholeRow, aside: ReadonlySet<string>) => ReactNode) =>
  (row: WholeRow, aside: ReadonlySet<string>) => row.relationship && read(row.relationship, row, aside);
const statusIn = ({ claims }: Relationship, { source }: WholeRow, aside: ReadonlySet<string>) => statusWithout(claims, aside, source);

export const WHOLE_COLUMNS: Readonly<Record<RowsQuestion['of'], readonly WholeColumn[]>> = {
  entities: [
    {
      id: 'name', label: 'Name', width: 'minmax(150px, 2.4fr)', order: 'name',
      cell: ofEntity(({ type, name }) => <><EntityIcon type={type} /><b className="cut" title={name}><bdi>{name}</bdi></b></>),
    },
    { id: 'type', label: 'Type', width: '110px', order: 'type', cell: ofEntity((e) => entityTypes[e.type].label) },
    { id: 'country', label: 'Country', width: '78px', cell: ofEntity((e) => e.jurisdiction) },
    { id: 'aliases', label: 'Also', width: 'minmax(70px, 1.2fr)', cell: ofEntity((e) => cut(e.aliases?.join(', ') ?? '', true)) },
    { id: 'dates', label: 'Dates', width: 'minmax(112px, 170px)', order: 'start', cell: ofEntity((e) => cut(datesText(e))) },
    { id: 'ties', label: 'Ties', width: '70px', figures: true, order: 'ties', cell: ({ ties }) => ties?.toLocaleString('en') },
  ],
  relationships: [
    { id: 'from', label: 'From', width: 'minmax(100px, 1.4fr)', order: 'name', cell: ofTie((r, { name }) => cut(name(r.from))) },
    {
      id: 'verb', label: 'Relationship', width: 'minmax(130px, 1.5fr)', order: 'type',
      cell: ofTie((r, row, aside) => {
        const status = statusIn(r, row, aside);
        return <><LineSample family={relationshipType(r.type).family} status={status} />{cut(verbPhrase(r, true, status))}</>;
      }),
    },
    { id: 'to', label: 'To', width: 'minmax(100px, 1.4fr)', cell: ofTie((r, { name }) => cut(name(r.to))) },
    { id: 'share', label: 'Share', width: '80px', figures: true, cell: ofTie((r) => shareText(r.share)) },
    { id: 'dates', label: 'Dates', width: 'minmax(112px, 170px)', order: 'start', cell: ofTie((r) => cut(datesText(r))) },
    { id: 'status', label: 'Status', width: '88px', cell: ofTie((r, row, aside) => <StatusBadge status={statusIn(r, row, aside)} />) },
    { id: 'sources', label: 'Sources', width: '74px', figures: true, cell: ofTie((r) => citedSources([r]).size) },
  ],
};
