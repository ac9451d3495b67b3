import type { Claim } from '../../model';
import type { EntityRegister } from './entityRegister';
import type { MappedRow } from './mappedRow';
import type { TableOptions } from './mapping';
import type { RelationshipReader } from './readRelationshipRow';
import { dateOfRow } from './rowDates';
import type { SourceRegister } from './rowSources';

/**
 * Reads a row of a table of claims: one source saying one thing about an entity or a relationship that the file has.
 * What is about nothing in the file is reported and counted.
 */
export function readClaimRow(
  row: MappedRow, options: TableOptions, entities: EntityRegister, relationships: RelationshipReader, sources: SourceRegister,
): void {
  const [entity, relationship, source] = [row.text('aboutEntity'), row.text('aboutRelationship'), row.text('source')];
  const record = relationship === '' ? entities.find(entity) : relationships.byId.get(relationship);
  if (!record || source === '') {
    row.builder.warn(
      'dangling-claim',
      row.at,
      record
        ? 'This claim names no source; it was not read.'
        : 'This claim is about no entity or relationship of the file; it was not read.',
      record ? 'Name its source by the id.' : 'Correct the id, or add the record.',
      relationship || entity,
    );
    row.builder.miss('claims about nothing in the file, or without a source');
    return;
  }
  const made = dateOfRow(row, 'made', options);
  const [statement, quote, locator] = [row.prose('statement'), row.prose('quote'), row.prose('locator')];
  const [by, on] = [row.prose('checkedBy'), dateOfRow(row, 'checkedOn', options)];
  const grade = Number(row.text('credibility'));
  const claim: Claim = {
    source: sources.cited(source, row),
    stance: sources.stanceOf(row) ?? 'asserts',
    ...(statement === undefined ? {} : { statement }),
    ...(quote === undefined ? {} : { quote }),
    ...(locator === undefined ? {} : { locator }),
    ...(made === undefined ? {} : { made }),
    ...(Number.isInteger(grade) && grade >= 1 && grade <= 6 ? { credibility: grade } : {}),
    ...(by === undefined || on === undefined ? {} : { checked: { by, on } }),
  };
  if (record.claims) record.claims.push(claim);
  else record.claims = [claim];
}
