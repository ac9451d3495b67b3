import {
  boundsOf, defused, entityTypes, isoOf, relationshipType, shareText, UNKNOWN_END,
  type Entity, type Relationship, type TimelineBar, type TimelineSpan,
} from '../../model';
import type { TimelineInput } from './timelineInput';

const FIELDS = [
  'Entity', 'Entity id', 'What', 'Other', 'Other id', 'Share', 'Start', 'End', 'Earliest start', 'Latest start', 'Earliest end',
  'Latest end', 'Status', 'Affirmed by', 'Denied or questioned by', 'Contradiction', 'Sources', 'Record id',
] as const;

/**
 * A timeline as CSV (RFC 4180): a row for each life and each tie, those without a date at the end. Dates stand as they are recorded, and
 * beside them the days that they may stand for; text that a spreadsheet would run as a formula is defused.
 */
export async function timelineCsv({ answer, part }: Pick<TimelineInput, 'answer' | 'part'>): Promise<string> {
  const { default: Papa } = await import('papaparse');
  const entityOf = new Map(part.entities.map((e) => [e.id, e]));
  const relationshipOf = new Map(part.relationships.map((r) => [r.id, r]));
  const sourceOf = new Map(part.sources.map((s) => [s.id, s]));
  const cited = (claims: Entity['claims'] = []) => [...new Set(claims.map((c) => sourceOf.get(c.source)?.title ?? c.source))].join('; ');
  const nameOf = (id: string) => entityOf.get(id)?.name ?? id;
  const lifeRow = (id: string, life?: TimelineSpan) => {
    const entity = entityOf.get(id);
    return [
      nameOf(id), id, entity ? entityTypes[entity.type].label : '', '', '', '', ...dateCells(life), '', '', '',
      (life?.contradictions ?? []).join('; '), cited(entity?.claims), id,
    ];
  };
  type AnyBar = Pick<TimelineBar, 'other' | 'forward'> & Partial<TimelineBar>;
  const tieRow = (r: Relationship | undefined, about: string, bar: AnyBar, id: string) => {
    const type = r && relationshipType(r.type);
    const verb = r === undefined ? '' : (r.label ?? (bar.forward ? type!.verb : type!.inverse));
    return [
      nameOf(about), about, verb, nameOf(bar.other), bar.other, shareText(r?.share), ...dateCells(bar), bar.status ?? '',
      bar.affirmed ?? '', bar.opposed ?? '', (bar.contradictions ?? []).join('; '), cited(r?.claims), id,
    ];
  };
  const rows = [
    ...answer.rows.flatMap((row) => [
      ...(row.life ? [lifeRow(row.entity, row.life)] : []),
      ...row.bars.map((bar) => tieRow(relationshipOf.get(bar.relationship), row.entity, bar, bar.relationship)),
    ]),
    ...answer.undated.entities.map((id) => lifeRow(id)),
    ...answer.undated.relationships.map((id) => {
      const r = relationshipOf.get(id);
      return tieRow(r, r?.from ?? '', { other: r?.to ?? '', forward: true }, id);
    }),
  ];
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? defused(cell) : cell)));
  return `${Papa.unparse({ fields: [...FIELDS], data })}\r\n`;
}

/** Start and end as recorded, then the days that each may stand for; what is not known stays empty. */
function dateCells(span: Partial<Pick<TimelineSpan, 'start' | 'end'>> = {}): string[] {
  const days = (date: string | undefined) => {
    const bounds = date === undefined || date === UNKNOWN_END ? undefined : boundsOf(date);
    return bounds ? [isoOf(bounds.earliest), isoOf(bounds.latest)] : ['', ''];
  };
  return [span.start ?? '', span.end === UNKNOWN_END ? 'unknown' : (span.end ?? ''), ...days(span.start), ...days(span.end)];
}
