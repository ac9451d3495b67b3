// Who runs the harbour
// A made-up case.
// Licence: CC0-1.0
//
// Run it in an empty database: cypher-shell -f this-file.cypher
// In Neo4j, take the slashes off the next two lines: ids are unique, and are found quickly.
// CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
// CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
//
// The sources of a record:   MATCH (a)-[r]->(b) UNWIND r.sources AS id MATCH (s:Source {id: id}) RETURN a, r, b, s
// What is more than alleged: MATCH p = (a)-[r]-(b) WHERE r.status IN ['confirmed', 'reported'] RETURN p

UNWIND [
  {id: 'gazette', title: 'Notices of the port', publisher: 'The Gazette', published: '2019-07', url: 'https://gazette.example/notices', kind: 'registry'},
  {id: 'courier', title: 'Who owns "North"?', publisher: 'The Courier', author: 'A. Ash', kind: 'news', reliability: 'C'}
] AS row
CREATE (n:Source) SET n = row;

UNWIND [
  {id: 'oak', name: 'Oak Shipping "North" Ltd', shortName: 'Oak', aliases: ['Oak & Sons'], jurisdiction: 'CY', start: '1998', identifiers: ['LEI: 5299000000000000TEST'], fleet: 3, rating: 0.5, listed: true, tags: ['a', 'b'], mixed: ['a', '1'], `property status`: 'a property of that name'}
] AS row
CREATE (n:Entity:Company) SET n = row;

UNWIND [
  {id: 'quay', name: 'Quay JV', endUnknown: true, sources: ['gazette'], stances: ['asserts'], statements: ['It was entered.'], locators: ['p. 4']}
] AS row
CREATE (n:Entity:JointVenture) SET n = row;

UNWIND [
  {id: 'ministry', name: 'Ministry of Ports'}
] AS row
CREATE (n:Entity:PublicBody) SET n = row;

UNWIND [
  {id: 'jürgen', name: 'Jürgen Müller'}
] AS row
CREATE (n:Entity:Person) SET n = row;

UNWIND [
  {id: 'club', name: 'Harbour Club'}
] AS row
CREATE (n:Entity:Organization) SET n = row;

UNWIND [
  {id: 'net', name: 'Pier Net'}
] AS row
CREATE (n:Entity:Network) SET n = row;

UNWIND [
  {id: 'crane', name: 'Crane 7'}
] AS row
CREATE (n:Entity:Asset) SET n = row;

UNWIND [
  {id: 'launch', name: 'Launch, 2008'}
] AS row
CREATE (n:Entity:Event) SET n = row;

UNWIND [
  {id: 'town', name: 'Quay Town'}
] AS row
CREATE (n:Entity:Place) SET n = row;

UNWIND [
  {from: 'oak', to: 'quay', fields: {id: 'r1', status: 'confirmed', verb: 'owns', family: 'ownership', start: '2008-01', end: '2011', share: 75, shareMin: 75, shareMax: 75, sources: ['gazette'], stances: ['asserts'], statements: ['It\'s three quarters.'], locators: ['p. 4']}},
  {from: 'ministry', to: 'quay', fields: {id: 'r2', status: 'alleged', verb: 'owns', family: 'ownership', start: '2008', endUnknown: true, shareMin: 10, shareMax: 25, sources: ['courier'], stances: ['alleges']}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:OWNS]->(b) SET r = row.fields;

UNWIND [
  {from: 'jürgen', to: 'oak', fields: {id: 'r3', status: 'disputed', verb: 'controls', family: 'ownership', sources: ['courier', 'gazette'], stances: ['asserts', 'denies'], statements: ['', 'He does not.']}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:CONTROLS]->(b) SET r = row.fields;

UNWIND [
  {from: 'oak', to: 'ministry', fields: {id: 'r7', status: 'reported', verb: 'pays', family: 'finance', amount: 1500000, currency: 'EUR', amountIsCeiling: true, sources: ['courier'], stances: ['asserts']}},
  {from: 'oak', to: 'ministry', fields: {id: 'r8', status: 'reported', verb: 'pays', family: 'finance', indirect: true, undirected: true, sources: ['courier'], stances: ['asserts'], mutual: true}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:PAYS]->(b) SET r = row.fields;

UNWIND [
  {from: 'jürgen', to: 'jürgen', fields: {id: 'r5', status: 'reported', verb: 'is a relative of', family: 'people', role: 'himself', undirected: true, sources: ['courier'], stances: ['asserts']}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:FAMILY]->(b) SET r = row.fields;

UNWIND [
  {from: 'quay', to: 'town', fields: {id: 'r10', status: 'confirmed', verb: 'is located in', family: 'other', sources: ['gazette'], stances: ['asserts']}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:LOCATED_IN]->(b) SET r = row.fields;

UNWIND [
  {from: 'ministry', to: 'launch', fields: {id: 'r9', status: 'alleged', verb: 'took part in', family: 'other', sources: ['courier', 'courier'], stances: ['alleges', 'alleges']}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:TOOK_PART_IN]->(b) SET r = row.fields;

UNWIND [
  {from: 'oak', to: 'crane', fields: {id: 'r6', status: 'reported', verb: 'quarrels over', family: 'other', undirected: true, weight: 2}}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:LINKED_TO]->(b) SET r = row.fields;

