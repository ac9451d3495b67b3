import {
  citedSources, compareNames, datesText, entityTypes, relationshipType, shareText, verbPhrase,
  type Entity, type EntityType, type Family, type Held, type Relationship, type RelationshipType, type Status,
} from '../../model';
import type { EntityStructure } from '../../analysis';
import { lookup } from './lookup';
import { memoised } from './memoised';
import { drawnDegrees } from './neighbours';
import { chartSpoken } from './spokenUnder';
import { visiblePart } from './visiblePart';

export interface EntityRow {
  readonly id: string;
  readonly entity: Entity;
  readonly name: string;
  readonly aliases: string;
  readonly type: EntityType;
  readonly typeLabel: string;
  readonly jurisdiction: string;
  readonly dates: string;
  /** Relationships drawn at it. */
  readonly ties: number;
  /** Where it stands in the whole network; absent until that is computed. */
  readonly place: EntityStructure | undefined;
}

export interface RelationshipRow {
  readonly id: string;
  readonly relationship: Relationship;
  readonly from: string;
  readonly fromName: string;
  /** "allegedly supplies". */
  readonly verb: string;
  readonly to: string;
  readonly toName: string;
  readonly type: RelationshipType;
  readonly family: Family;
  readonly status: Status;
  readonly share: string;
  readonly dates: string;
  readonly held: Held;
  /** Distinct sources. */
  readonly sources: number;
}

/** What is drawn, as tables: the chart's twin. By name, then by id; a table sorts them further. */
export const tableRows = memoised(
  [visiblePart, lookup, drawnDegrees, (s) => s.structure?.rows, chartSpoken],
  (state): { readonly entities: readonly EntityRow[]; readonly relationships: readonly RelationshipRow[] } => {
    const part = visiblePart(state);
    const degrees = drawnDegrees(state);
    const names = new Map(part.entities.map((e) => [e.id, e.name]));
    const entities = part.entities.map((entity): EntityRow => ({
      id: entity.id, entity, name: entity.name, aliases: entity.aliases?.join(', ') ?? '', type: entity.type,
      typeLabel: entityTypes[entity.type].label, jurisdiction: entity.jurisdiction ?? '', dates: datesText(entity),
      ties: degrees.get(entity.id) ?? 0, place: state.structure?.rows.get(entity.id),
    }));
    const relationships = part.relationships.map((r): RelationshipRow => {
      const status = part.statuses.get(r.id)!;
      return {
        id: r.id,
        relationship: r,
        from: r.from,
        fromName: names.get(r.from)!,
        verb: verbPhrase(r, true, status, chartSpoken(state).period),
        to: r.to,
        toName: names.get(r.to)!,
        type: r.type,
        family: relationshipType(r.type).family,
        status,
        share: shareText(r.share),
        dates: datesText(r),
        held: part.held.get(r.id)!,
        sources: citedSources([r], chartSpoken(state)).size,
      };
    });
    return {
      entities: entities.sort((a, b) => compareNames(a.name, b.name) || compareNames(a.id, b.id)),
      relationships: relationships.sort(
        (a, b) => compareNames(a.fromName, b.fromName) || compareNames(a.toName, b.toName) || compareNames(a.id, b.id),
      ),
    };
  },
);
