import {
  datesText, entityTypes, shareText, tieWords, verbPhrase, withFullStop,
  type DatasetPart, type Entity, type Relationship, type TimelineAnswer, type TimelineBar, type TimelineRow, type TimelineSpan,
} from '../model';

/** A row or a bar in words: what stands beside it, its dates, and all of it as a sentence. */
export interface TimelineLabel {
  readonly label: string;
  /** "2008-01–2011", "since 2015"; empty without dates. */
  readonly dates: string;
  readonly sentence: string;
}

/** What a timeline says. The records of all that it names must be given; who is not among them is called by the id. */
interface TimelineWords {
  row(row: TimelineRow): TimelineLabel;
  bar(row: TimelineRow, bar: TimelineBar): TimelineLabel;
}

/** The words of a timeline, over the records that it names. */
export function timelineWords({ entities, relationships }: Pick<DatasetPart, 'entities' | 'relationships'>): TimelineWords {
  const entityOf = new Map(entities.map((e) => [e.id, e]));
  const relationshipOf = new Map(relationships.map((r) => [r.id, r]));
  const nameOf = (id: string) => entityOf.get(id)?.shortName ?? entityOf.get(id)?.name ?? id;
  return {
    row: ({ entity, life }) => rowLabel(nameOf(entity), entityOf.get(entity), life),
    bar: (_row, bar) => barLabel(bar, relationshipOf.get(bar.relationship), nameOf),
  };
}

function rowLabel(label: string, entity: Entity | undefined, life: TimelineSpan | undefined): TimelineLabel {
  const dates = life ? datesText(life) : '';
  const type = entity ? entityTypes[entity.type].label.toLowerCase() : '';
  const said = [label, [type, dates].filter((part) => part !== '').join(', ')].filter((part) => part !== '').join(': ');
  return { label, dates, sentence: [withFullStop(said), ...contradictionTexts(life)].join(' ') };
}

function barLabel(bar: TimelineBar, r: Relationship | undefined, nameOf: (id: string) => string): TimelineLabel {
  const dates = datesText(bar);
  const other = nameOf(bar.other);
  if (!r) return { label: other, dates, sentence: withFullStop(`${other}, ${dates}`) };
  return {
    label: barWords(r, bar, other), dates,
    sentence: [withFullStop(tieWords(r, true, bar.status, nameOf)), ...contradictionTexts(bar)].join(' '),
  };
}

/** What stands beside a bar. Words of its own have no inverse: "Gateway monitors it". */
function barWords(r: Relationship, { forward, status }: TimelineBar, other: string): string {
  const behind = r.label !== undefined && !forward;
  const verb = verbPhrase(r, forward || behind, status);
  const share = shareText(r.share);
  const said = behind ? `${other} ${verb} it` : `${verb} ${other}`;
  return share === '' || verb.includes(share) ? said : `${said} (${share})`;
}

/** Why something contradicts itself, a sentence each. */
function contradictionTexts(span: (TimelineSpan & Partial<Pick<TimelineBar, 'affirmed' | 'opposed'>>) | undefined): string[] {
  const { affirmed, opposed } = span ?? {};
  const claims = affirmed === undefined
    ? 'Sources contradict one another.'
    : `${counted(affirmed, 'claim says', 'claims say')} so, ${counted(opposed!, 'denies or questions', 'deny or question')} it.`;
  const texts = {
    claims, shares: 'Another record of that time gives another share.', dates: 'It ends before it starts.',
  };
  return (span?.contradictions ?? []).map((kind) => texts[kind]);
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** "12 entities and 56 ties have no date and are not drawn.", and how many ties are beyond what is listed; empty where all are drawn. */
export function undatedText({ undated: { entities, relationships }, more }: Pick<TimelineAnswer, 'undated' | 'more'>): string {
  const without = [
    entities.length === 0 ? '' : counted(entities.length, 'entity', 'entities'),
    relationships.length === 0 ? '' : counted(relationships.length, 'tie', 'ties'),
  ].filter((part) => part !== '');
  const one = entities.length + relationships.length === 1;
  return [
    without.length === 0 ? '' : `${without.join(' and ')} ${one ? 'has no date and is' : 'have no date and are'} not drawn.`,
    more === 0 ? '' : `${counted(more, 'tie is', 'ties are')} beyond those listed, the strongest.`,
  ].filter((part) => part !== '').join(' ');
}

/** A timeline as lines of text: an entity, then a line for each of its dated ties. */
export function timelineLines(answer: TimelineAnswer, words: TimelineWords): string[] {
  return answer.rows.flatMap((row) => [
    words.row(row).sentence, ...row.bars.map((bar) => `  ${words.bar(row, bar).sentence}`), '',
  ]);
}
