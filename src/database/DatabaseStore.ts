import type { CallOptions, Filter } from '../model';
import { questions, type DatasetReader, type GraphStore, type OWN_QUESTIONS, type QuestionName } from '../store';
import { answerBestConnected } from './answers/bestConnected';
import { answerBetween } from './answers/between';
import { answerConnect } from './answers/connect';
import { answerNeighbours, answerTieKinds } from './answers/neighbours';
import { answerEntities, answerPart, answerRelationships, answerSources } from './answers/records';
import { answerRoutes } from './answers/routes';
import { NameSearch } from './answers/search';
import { answerOwners, answerVentures } from './answers/stakes';
import { answerWhyNoRoute } from './answers/whyNoRoute';
import type { LoadedDataset } from './catalogue';
import type { Connection } from './connection';
import { LIMITS, type Limits } from './limits';
import { DatabaseReader } from './reading/databaseReader';

type OwnName = (typeof OWN_QUESTIONS)[number];

/** A store over a dataset in a database. It is neither revised, edited nor matched. */
export interface DatabaseStore extends GraphStore {
  readonly dataset: LoadedDataset;
  /** What answers: "PostgreSQL 15.8". */
  readonly engine: string;
}

/**
 * The store of a dataset in a database; closing it closes the connection. What a question would read beyond the limits it is refused for
 * (`TooMuchAskedError`), or its answer says that it is not complete.
 */
export function databaseStore(connection: Connection, dataset: LoadedDataset, limits: Limits = LIMITS): DatabaseStore {
  const reader = new DatabaseReader(connection, dataset, limits);
  const names = new NameSearch(reader);
  /** A question about the whole dataset, which must be small enough to be read. */
  const ofWhole =
    <Asked, Answer>(question: { answer(whole: DatasetReader, asked: Asked, options: CallOptions): Promise<Answer> }) =>
    async (asked: Asked, options: CallOptions) =>
      question.answer(await reader.whole(), asked, options);
  const answers = {
    describe: async () => ({ ...dataset.description, engine: connection.engine }),
    search: names.find.bind(names),
    entities: answerEntities.bind(undefined, reader),
    relationships: answerRelationships.bind(undefined, reader),
    sources: answerSources.bind(undefined, reader),
    part: answerPart.bind(undefined, reader),
    bestConnected: answerBestConnected.bind(undefined, reader),
    neighbours: answerNeighbours.bind(undefined, reader),
    tieKinds: answerTieKinds.bind(undefined, reader),
    routes: answerRoutes.bind(undefined, reader),
    whyNoRoute: answerWhyNoRoute.bind(undefined, reader),
    between: answerBetween.bind(undefined, reader),
    connect: answerConnect.bind(undefined, reader),
    ventures: answerVentures.bind(undefined, reader),
    owners: answerOwners.bind(undefined, reader),
    structure: ofWhole(questions.structure),
    overview: ofWhole(questions.overview),
    explainGroup: ofWhole(questions.explainGroup),
    histogram: ({ filter = {} }: { filter?: Filter }) => reader.years(filter),
    patterns: ofWhole(questions.patterns),
    matchNames: ofWhole(questions.matchNames),
    tiesAmong: ofWhole(questions.tiesAmong),
    leads: ofWhole(questions.leads),
    timeline: ofWhole(questions.timeline),
    rows: ofWhole(questions.rows),
  } satisfies Record<Exclude<QuestionName, OwnName>, unknown>;
  const methods = Object.entries(answers).map(([name, answer]) => [
    name,
    async (asked: unknown = {}, options: CallOptions = {}) => {
      options.signal?.throwIfAborted();
      return (answer as (asked: unknown, options: CallOptions) => Promise<unknown>)(asked, options);
    },
  ]);
  const { engine } = connection;
  return { ...(Object.fromEntries(methods) as Omit<GraphStore, 'close'>), dataset, engine, close: () => connection.close() };
}
