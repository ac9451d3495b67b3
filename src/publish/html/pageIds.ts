import type { DatasetPart, Selection } from '../../model';

/** Addresses inside a page: short and free of characters that an id may hold, whatever the records are called. */
export interface PageIds {
  /** The article with the evidence for a thing; undefined for one that the page lacks. */
  evidence(of: Selection): string | undefined;
  /** The element that draws it; undefined for what is told and not drawn. */
  chart(of: Selection): string | undefined;
  note(number: number): string;
}

/**
 * `e1`, `r1`, `n1` for evidence and sources, `chart-e1` for what is drawn, numbered in the order of the part.
 * `drawn` holds the ids of what the chart draws.
 */
export function pageIds({ entities, relationships }: DatasetPart, drawn: ReadonlySet<string>): PageIds {
  const places = {
    entity: new Map(entities.map((e, i) => [e.id, i + 1])), relationship: new Map(relationships.map((r, i) => [r.id, i + 1])),
  };
  const evidence = ({ kind, id }: Selection) => {
    const place = places[kind].get(id);
    return place === undefined ? undefined : `${kind[0]}${place}`;
  };
  return {
    evidence,
    chart(of) {
      const id = evidence(of);
      return id === undefined || !drawn.has(of.id) ? undefined : `chart-${id}`;
    },
    note: (number) => `n${number}`,
  };
}
