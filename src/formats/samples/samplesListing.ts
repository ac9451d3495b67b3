/** A file of a folder of samples and what its listing says it holds. */
export interface Sample {
  readonly path: string;
  /** Entities and relationships by the listing; undefined where it does not say. */
  readonly entities: number | undefined;
  readonly relationships: number | undefined;
  /** The file is none that should open; the reason must be told. */
  readonly refused?: boolean;
}

/** The folders of a samples folder whose files are of a format that is checked. */
const CHECKED: Readonly<Record<string, (facts: string, path: string) => Omit<Sample, 'path'> | undefined>> = {
  ftm: ftmCounts,
  bods: bodsCounts,
  gleif: gleifCounts,
  icij: icijCounts,
  gexf: graphCounts,
  graphml: graphCounts,
  gml: graphCounts,
  pajek: pajekCounts,
  cyjs: graphCounts,
  cx2: cxCounts,
  negative: () => ({ entities: 0, relationships: 0, refused: true }),
  kumu: kumuCounts,
  littlesis: littleSisCounts,
};

/** The samples of a listing: lines of "- `folder/file` size | format | facts | origin". */
export function samplesIn(listing: string): Sample[] {
  return listing.split('\n').flatMap((line) => {
    const found = /^- `(([a-z0-9]+)\/[^`]+)`[^|]*\|([^|]*)\|([^|]*)/.exec(line);
    const counts = found && Object.hasOwn(CHECKED, found[2]!) ? CHECKED[found[2]!] : undefined;
    const listed = found && counts?.(found[4]!, found[1]!);
    return listed ? [{ path: found[1]!, ...listed }] : [];
  });
}

function number(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** "475 entities (…); 290 edge entities": things are entities, edges are relationships, and so are references to entities. */
function ftmCounts(facts: string): Omit<Sample, 'path'> {
  const all = number(facts, /^\s*(\d+) entities/);
  const edges = number(facts, /(\d+) edge entities/) ?? 0;
  const references = number(facts, /refs (\d+) resolved/) ?? 0;
  return { entities: all === undefined ? undefined : all - edges, relationships: edges + Math.max(0, references - 2 * edges) };
}

/** "3 statements (1 entity, 1 person, 1 relationship)", in either version's words. */
function bodsCounts(facts: string): Omit<Sample, 'path'> {
  const count = (kinds: string) => number(facts, new RegExp(`(\\d+) (?:${kinds})\\b`)) ?? 0;
  return {
    entities: count('entity|entityStatement') + count('person|personStatement'),
    relationships: count('relationship|ownershipOrControlStatement'),
  };
}

/**
 * "RelationshipRecord 10", "LEIRecord 13", "Exception 10"; "records 13", of which the file's name tells the kind.
 * Who stands at the ends of relationships the listing does not count.
 */
function gleifCounts(facts: string, path: string): Omit<Sample, 'path'> {
  const records = number(facts, /records (\d+)/);
  const relationships = number(facts, /RelationshipRecord (\d+)/) ?? (/\brr\b/.test(path) ? records : undefined);
  return relationships === undefined
    ? { entities: number(facts, /(?:LEIRecord|Exception) (\d+)/) ?? records, relationships: 0 }
    : { entities: undefined, relationships };
}

/** "nodes-entities.csv 24, …, relationships.csv 108". */
function icijCounts(facts: string): Omit<Sample, 'path'> {
  const nodes = [...facts.matchAll(/nodes-\w+\.csv (\d+)/g)].reduce((n, found) => n + Number(found[1]), 0);
  return { entities: nodes, relationships: number(facts, /relationships\.csv (\d+)/) };
}

/** "vertices=219 edges=631; kind=*partition …": of all networks together, partitions apart; of a matrix the listing has the rows only. */
function pajekCounts(facts: string): Omit<Sample, 'path'> {
  const networks = facts.split(';').filter((part) => !/kind=/.test(part)).join(';');
  const sum = (words: string) =>
    [...networks.matchAll(new RegExp(`\\b(?:${words})=(\\d+)`, 'g'))].reduce((n, found) => n + Number(found[1]), 0);
  return { entities: sum('vertices'), relationships: /matrix_rows/.test(networks) ? undefined : sum('arcs|edges|arcslist|edgeslist') };
}

/** "nodes 77, edges 254". */
function graphCounts(facts: string): Omit<Sample, 'path'> {
  return { entities: number(facts, /nodes (\d+)/), relationships: number(facts, /edges (\d+)/) };
}

/** "CX 2.0: 6 nodes, 6 edges". */
function cxCounts(facts: string): Omit<Sample, 'path'> {
  return { entities: number(facts, /(\d+) nodes/), relationships: number(facts, /(\d+) edges/) };
}

/** "elements 51, connections 113"; of a workbook the rows of its sheets with their headers. */
function kumuCounts(facts: string): Omit<Sample, 'path'> {
  const [elements, connections] = [number(facts, /'Elements': (\d+)/), number(facts, /'Connections': (\d+)/)];
  if (elements !== undefined && connections !== undefined) return { entities: elements - 1, relationships: connections - 1 };
  return { entities: number(facts, /elements (\d+)/), relationships: number(facts, /connections (\d+)/) };
}

/**
 * "nodes 26, edges 37" of a map, "items 200" of a list of entities, "51 rows (incl. any header)" of a table of such;
 * a table that explains codes is no graph.
 */
function littleSisCounts(facts: string, path: string): Omit<Sample, 'path'> {
  const rows = number(facts, /(\d+) rows \(incl/);
  if (rows !== undefined)
    return path.includes('categories') ? { entities: 0, relationships: 0, refused: true } : { entities: rows - 1, relationships: 0 };
  const items = number(facts, /items (\d+)/);
  return items === undefined ? graphCounts(facts) : { entities: items, relationships: 0 };
}
