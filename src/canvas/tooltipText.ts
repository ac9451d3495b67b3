import {
  citedSources, entityTypes, tieWords, withFullStop,
  type Entity, type Relationship, type Selection, type Spoken, type Status,
} from '../model';

/** Where the records are that a tooltip speaks of. */
interface TooltipRecords {
  entity(id: string): Entity | undefined;
  relationship(id: string): Relationship | undefined;
  status(relationship: Relationship): Status;
  /** What sources count for nothing, and the time that is looked at. */
  readonly filter: Spoken;
}

/** What a tooltip says of a thing, its first line strong: a name and what it is, or a relationship's sentence and how sure it is. */
export function tooltipText({ kind, id }: Selection, records: TooltipRecords): string[] {
  return kind === 'entity' ? entityText(records.entity(id)) : relationshipText(records.relationship(id), records);
}

function entityText(entity: Entity | undefined): string[] {
  if (!entity) return [];
  const what = [entityTypes[entity.type].label, ...(entity.jurisdiction === undefined ? [] : [entity.jurisdiction])].join(' · ');
  return [entity.name, what];
}

function relationshipText(relationship: Relationship | undefined, records: TooltipRecords): string[] {
  if (!relationship) return [];
  const status = records.status(relationship);
  const name = (id: string) => records.entity(id)?.shortName ?? records.entity(id)?.name ?? id;
  const sentence = withFullStop(tieWords(relationship, true, status, name, records.filter.period));
  const sources = citedSources([relationship], records.filter).size;
  return [sentence, `${status} · ${sources} ${sources === 1 ? 'source' : 'sources'}`];
}
