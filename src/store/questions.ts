import { z } from 'zod';
import {
  bestConnectedSteps, connectionSteps, intermediarySteps, noRouteSteps, ownershipSteps, routeSteps, tiesAmongSteps, ventureSteps,
} from '../analysis';
import {
  checkRows, connectQuestion, edit, entityTypeIds, filter, groupQuestion,
  intermediaryQuestion, inTurns, leadsQuestion, namesQuestion, overviewWays,
  ownersQuestion,
  patternQuestion, relationship, relationshipTypeIds, routeQuestion, source, tiesQuestion, timelineQuestion, venturesQuestion,
} from '../model';
import { groupIn } from './memory/groupIn';
import { histogramIn } from './memory/histogramOf';
import { leadsIn } from './memory/leadsIn';
import { overviewIn } from './memory/overviewIn';
import { patternsIn } from './memory/patternsIn';
import { neighboursIn, tieKindsIn } from './memory/neighboursOf';
import { rowsIn } from './memory/rowsIn';
import { searchEntities } from './memory/searchEntities';
import { stakesAbove, venturePart } from './memory/stakes';
import { timelineIn } from './memory/timelineIn';
import { ownQuestion, question } from './question';

const id = z.string().min(1).max(200);
const ids = z.array(id).max(100_000).readonly();

export const searchQuestion = z.strictObject({
  text: z.string().max(500),
  /** How many hits at most; 20 by default. */
  limit: z.int().min(1).max(1000).optional(),
  entityTypes: z.array(z.enum(entityTypeIds)).readonly().optional(),
});

export const neighbourQuestion = z.strictObject({
  entity: id,
  filter: filter.optional(),
  /** How many neighbours at most; 50 by default. */
  limit: z.int().min(1).max(10_000).optional(),
  /** Only neighbours that are tied in one of these ways; with all their ties. `forward`: the relationship leads away from the entity. */
  kinds: z.array(z.strictObject({ type: z.enum(relationshipTypeIds), forward: z.boolean() })).readonly().optional(),
  /** Neighbours to leave out. */
  without: ids.optional(),
});

export const tieKindsQuestion = neighbourQuestion.pick({ entity: true, filter: true, without: true });

/** What the rows of a table stand in the order of: `file`, as they came. */
export const rowOrders = ['file', 'name', 'type', 'start', 'end', 'ties'] as const;

export const rowsQuestion = z.strictObject({
  of: z.enum(['entities', 'relationships']),
  /** Only entities whose names answer it, or what ties these; best first where no order is asked for. */
  text: z.string().max(500).optional(),
  filter: filter.optional(),
  /** `file` by default: as they came. Relationships are ordered by the names of their ends; `ties` counts those of entities. */
  order: z.enum(rowOrders).optional(),
  descending: z.boolean().optional(),
  /** How many rows lie before the page; 0 by default. */
  from: z.int().min(0).optional(),
  /** How many rows a page has; 100 by default. */
  limit: z.int().min(1).max(500).optional(),
});

const bestConnectedQuestion = z.strictObject({
  /** How many entities at most; 25 by default. */
  limit: z.int().min(1).max(1000).optional(),
  /** Only entities of the file that was added last. */
  lastFile: z.boolean().optional(),
});

export const overviewQuestion = z.strictObject({
  /** What makes a group; communities by default. */
  by: z.enum(overviewWays).optional(),
  filter: filter.optional(),
  /** How many groups at most, the largest; 24 by default. */
  groups: z.int().min(1).max(100).optional(),
  /** How many of its best connected members of each group at most; 25 by default. */
  members: z.int().min(1).max(100).optional(),
});

/** So many relationships can be drawn between those to look at first, with their words. */
export const MOST_TIES_AT_FIRST = 120;

const matchesQuestion = z.strictObject({
  /** Pairs that are decided already and are not proposed again, in either order. */
  decided: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly().optional(),
  /** How many proposals at most; 1000 by default. */
  limit: z.int().min(1).optional(),
});

/**
 * Relationships and sources that come to what a store holds, and those that leave it, by id.
 * What comes must end at entities that are there.
 */
export const revision = z.strictObject({
  add: z.strictObject({ relationships: z.array(relationship).readonly(), sources: z.array(source).readonly() }).readonly(),
  remove: z.strictObject({ relationships: z.array(z.string()).readonly(), sources: z.array(z.string()).readonly() }).readonly(),
});

/** All edits that hold, whatever was laid over the data before. Ends of relationships must be there. */
export const editing = z.strictObject({ edits: z.array(edit).readonly() });

/**
 * Every question that a store answers, by the name of its method: what the interface of a store is made of, what worker and
 * HTTP carry, what a server refuses, and what is said about it. Another question is another row.
 */
export const questions = {
  describe: question('What a dataset holds, in figures.', z.strictObject({}), async (reader) => reader.description()),
  search: question('Entities by name, alias or identifier, in any script, best first.', searchQuestion, searchEntities),
  entities: question(
    'Records of entities by id; ids that are not there are left out.', z.strictObject({ ids }),
    async (reader, asked, options) => reader.entities(asked.ids, options),
  ),
  relationships: question(
    'Records of relationships by id; ids that are not there are left out.', z.strictObject({ ids }),
    async (reader, asked, options) => reader.relationships(asked.ids, options),
  ),
  sources: question(
    'Records of sources by id, and of those that they derive from; ids that are not there are left out.', z.strictObject({ ids }),
    async (reader, asked) => reader.sources(asked.ids),
  ),
  part: question(
    'Entities by id, or all; every relationship between two of them, denied ones too; and the sources that they cite.',
    z.strictObject({ ids: z.union([z.literal('all'), ids]) }), async (reader, asked, options) => reader.part(asked.ids, options),
  ),
  bestConnected: question(
    'What to look at first: the entities with most ties, which hang together as far as they can, and what ties them.',
    bestConnectedQuestion,
    async (reader, { limit = 25, lastFile = false }, options) => {
      const from = lastFile ? (reader.added.at(-1) ?? 0) : 0;
      const chosen = await inTurns(bestConnectedSteps(reader.index, { limit, mostTies: MOST_TIES_AT_FIRST, from }), options);
      return reader.part(chosen.map((e) => reader.index.entityIdAt(e)), options);
    },
  ),
  rows: question(
    'A page of the entities or relationships that a filter admits, in order, with what they need to be read.', rowsQuestion, rowsIn,
  ),
  neighbours: question(
    'Who is tied to an entity: the entity itself, then the strongest tied first, then by id.', neighbourQuestion,
    async (reader, asked, options) => neighboursIn(reader, asked, options),
  ),
  tieKinds: question(
    'How many neighbours an entity has, by type and direction of what ties them.', tieKindsQuestion,
    async (reader, asked, options) => tieKindsIn(reader, asked, options),
  ),
  routes: question(
    'How two entities are connected: the best routes, each hop with its relationships.', routeQuestion,
    (reader, asked, options) => reader.searches.run(() => inTurns(routeSteps(reader.index, asked), options)),
  ),
  whyNoRoute: question('What to give up for a route where there is none.', routeQuestion, async (reader, asked, options) => {
    // Of entities a relaxation names those only that the question names.
    const names = await reader.namesOf(
      [...asked.avoid, ...(asked.via === undefined ? [] : [asked.via])].filter((id) => reader.index.entityIndexOf(id) !== -1),
    );
    return reader.searches.run(() =>
      inTurns(
        noRouteSteps(reader.index, asked, (entity) => names.get(entity) ?? entity), options,
      ),
    );
  }),
  between: question('Who stands between two entities.', intermediaryQuestion, (reader, asked, options) =>
    reader.searches.run(() => inTurns(intermediarySteps(reader.index, asked), options)),
  ),
  connect: question(
    'How several parties hang together: the smallest sets of entities that tie them all.', connectQuestion,
    (reader, asked, options) => reader.searches.run(() => inTurns(connectionSteps(reader.index, asked), options)),
  ),
  patterns: question(
    'Which routes follow a pattern, from one of some entities to one of others.', patternQuestion,
    (reader, asked, options) => patternsIn(reader, asked, options),
  ),
  matchNames: question(
    'Who of the data each name of a list may be, with score and reasons.', namesQuestion,
    async (reader, asked, options) => {
      // Comparing names takes the tables of other scripts, as it does for matches.
      const { matchNamesIn } = await import('./memory/matchNamesIn');
      return matchNamesIn(reader, asked, options);
    },
  ),
  tiesAmong: question(
    'Who of a list is tied to whom within some hops, by which best route, and who outside it stands between.', tiesQuestion,
    (reader, asked, options) => reader.searches.run(() => inTurns(tiesAmongSteps(reader.index, asked), options)),
  ),
  leads: question(
    'What deserves a second look, by stated rules, each with its evidence and its usual innocent explanation.', leadsQuestion,
    (reader, asked, options) => leadsIn(reader, asked, options),
  ),
  timeline: question(
    'What happened when to some entities: a row each, with its life and its dated ties.', timelineQuestion,
    (reader, asked, options) => timelineIn(reader, asked, options),
  ),
  ventures: question(
    'The jointly held companies, their partners, and who meets in them.',
    venturesQuestion,
    async (reader, { about, filter: admitted }, options) => {
      if (about !== undefined) reader.index.knownEntity(about);
      return inTurns(ventureSteps(await venturePart(reader, about, admitted, options), about), options);
    },
  ),
  owners: question(
    'Who owns an entity, directly and through others, and whether listed parties do.',
    ownersQuestion,
    async (reader, { filter: admitted, ...asked }, options) => {
      for (const named of [asked.entity, ...(asked.listed ?? [])]) reader.index.knownEntity(named);
      // At a date, what did not exist then takes its stakes with it.
      const { certainly: _certainly, ...then } = { ...admitted, period: asked.asOf ?? admitted.period };
      const stakes = await stakesAbove(reader, asked.entity, asked.asOf ? then : admitted, options);
      return inTurns(ownershipSteps(stakes, { ...asked, undated: admitted.undated }), options);
    },
  ),
  structure: question(
    'Where entities stand in the whole network, in order of ids: those that are named, or all.',
    z.strictObject({
      filter: filter.optional(),
      /** Only their rows; what they stand in is the whole network all the same. */
      entities: ids.optional(),
    }),
    async (reader, asked, options) => {
      const structure = await reader.structure(asked.filter ?? {}, options);
      if (asked.entities) return structure.rowsOf(reader.known(asked.entities));
      reader.notTooMany(structure.length);
      return inTurns(structure.allRows(), options);
    },
  ),
  overview: question(
    'The whole dataset in groups: how large they are, who is best connected in each, and what ties them.', overviewQuestion,
    (reader, asked, options) => overviewIn(reader, asked, options),
  ),
  explainGroup: question(
    'What holds a group together, which source it depends on, and who ties it to the rest.', groupQuestion,
    (reader, asked, options) => groupIn(reader, asked, options),
  ),
  histogram: question(
    'How many relationships start and end in each calendar year.',
    z.strictObject({ filter: filter.optional() }),
    (reader, asked, options) => histogramIn(reader, asked.filter ?? {}, options),
  ),
  matches: ownQuestion(
    'Who of the files that were added may be whom of those before, best first.',
    matchesQuestion,
    async (reader, { decided = [], limit = 1000 }, options) => {
      // Comparing names takes the tables of other scripts, which are large, so they are loaded only where they are needed.
      const { matchesBetween } = await import('./memory/matchesBetween');
      return inTurns(matchesBetween(reader.objects().entities, reader.addedObjects(), { decided, limit }), options);
    },
  ),
  whole: ownQuestion('Everything that is held, as one dataset with its notes.', z.strictObject({}), async (reader) => reader.objects()),
  notes: ownQuestion('The notes of what is held, in its order.', z.strictObject({}), async (reader) => reader.notes()),
  citing: ownQuestion(
    'The entities and relationships whose claims cite a source, and the sources that derive from it.', z.strictObject({ source: id }),
    (reader, asked, options) => reader.citing(asked.source, options),
  ),
  lint: ownQuestion('What a careful editor would look at again, by rule, each with its record.', z.strictObject({}), async (reader) => {
    const { lintOf } = await import('./memory/lintOf');
    return lintOf(reader);
  }),
  claims: ownQuestion('Every claim in a row, as it is held against its source.', z.strictObject({}), async (reader) =>
    checkRows(reader.objects()),
  ),
  edit: ownQuestion(
    'Lays edits over what was opened, in place of those laid over it before, for the questions that follow.', editing,
    (reader, asked, options) => reader.edit(asked.edits, options),
  ),
  revise: ownQuestion(
    'Adds relationships and sources to what is held and takes others from it, for the questions that follow.', revision,
    (reader, asked, options) => reader.revise(asked, options),
  ),
};
