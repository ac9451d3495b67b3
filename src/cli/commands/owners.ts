import { boundsText } from '../../analysis';
import {
  asOf, proofSnapshot, undatedText, type Dataset, type Holding, type OwnersQuestion, type OwnershipAnswer, type Proof, type Snapshot,
} from '../../model';
import { printJson, type ExitCode, type Io } from '../io';
import { detailFor, layoutLayered, ownershipPicture, proofRecords } from '../../drawing';
import { snapshotKindOf } from '../snapshotKindOf';
import { writeSnapshotFile } from '../snapshotFile';
import { namesIn } from '../namesIn';
import { datasetOf, withPart, withStore, type DataOptions, type OpenStore } from '../openStore';
import { openWithheld } from '../openWithheld';
import { resolveId, resolveIds } from '../resolve';
import { filterOf, type RouteOptions } from '../routeOptions';
import { asTold } from '../withheldOptions';

type OwnersOptions = Pick<RouteOptions, 'asOf' | 'status' | 'undated'> & DataOptions & {
  json?: boolean;
  listed?: string[];
  output?: string;
  withhold?: string[];
  sayWithheld?: boolean;
};

/** Who owns an entity, at a date or whenever it was; exit code 1 where no holder is recorded. */
export async function owners(entity: string, options: OwnersOptions, io: Io): Promise<ExitCode> {
  // A wrong ending is told before anything is read.
  if (options.output !== undefined) snapshotKindOf(options.output);

  return withStore(options, io, async (opened) => {
    if (!options.withhold) return ownersIn(opened, entity, options, io);
    const taken = opened.reading || options.output === undefined ? undefined : ownersSnapshot(await ownersAsked(opened, entity, options));
    const read = taken ? withPart(opened, { dataset: taken.dataset, snapshot: taken }) : opened;
    const published = await openWithheld(read, options.withhold, io);
    const listed = options.listed && (await Promise.all(options.listed.map(published.idOf)));
    const asked = { ...options, ...(listed ? { listed } : {}) };
    return ownersIn(published.opened, await published.idOf(entity), asked, io, published.refuseTelling);
  });
}

async function ownersIn(
  opened: OpenStore, entity: string, options: OwnersOptions, io: Io, check?: (path: string, bytes: Uint8Array) => void,
): Promise<ExitCode> {
  const { question, answer, dataset } = await ownersAsked(opened, entity, options);
  if (options.output !== undefined) {
    const taken = asTold(ownersSnapshot({ dataset, question, answer }), options);
    await writeSnapshotFile(options.output, taken, check ? { check } : {}, io);
  } else if (options.json) printJson(io, jsonOf(dataset, answer, options.asOf));
  else io.out(textOf(dataset, answer).join('\n'));
  return answer.direct.length > 0 ? 0 : 1;
}

type OwnersAsked = Pick<OwnersOptions, 'asOf' | 'status' | 'undated' | 'listed'>;

interface Owners {
  readonly question: OwnersQuestion;
  readonly answer: OwnershipAnswer;
  /** The records that the answer names. */
  readonly dataset: Dataset;
}

/** Who owns an entity, as it is asked, with the records of the answer. */
export async function ownersAsked(opened: OpenStore, entity: string, options: OwnersAsked): Promise<Owners> {
  const { store } = opened;
  const question = {
    entity: await resolveId(store, entity),
    filter: filterOf({ ...(options.status ? { status: options.status } : {}), ...(options.undated ? { undated: options.undated } : {}) }),
    ...(options.asOf === undefined ? {} : { asOf: asOf(options.asOf) }),
    ...(options.listed === undefined ? {} : { listed: await resolveIds(store, options.listed) }),
  };
  const answer = await store.owners(question);
  return { question, answer, dataset: await datasetOf(opened, recordsOf(answer, question.listed)) };
}

function recordsOf({ entity, direct, holdings, effective, over100Above }: OwnershipAnswer, listed: readonly string[] = []) {
  const stakes = [...direct, ...holdings];
  return {
    entities: [entity, ...listed, ...stakes.flatMap((h) => [h.holder, h.held]), ...effective.map((e) => e.holder), ...over100Above],
    relationships: stakes.flatMap((h) => h.relationships),
  };
}

function jsonOf(dataset: Dataset, answer: OwnershipAnswer, asked: string | undefined) {
  const claimsOf = ({ relationships }: Holding) =>
    dataset.relationships
      .filter((r) => relationships.includes(r.id))
      .flatMap((r) => r.claims.map((claim) => ({ relationship: r.id, ...claim })));
  const { asOf: _period, direct, ...rest } = answer;
  return {
    ...rest, ...(asked === undefined ? {} : { asOf: asked }),
    direct: direct.map((h) => ({
      holder: h.holder, share: h.share, recorded: h.recorded, relationships: h.relationships, claims: claimsOf(h),
    })),
  };
}

function recordedText({ share, recorded }: Holding): string {
  return recorded.max > share.max && recorded.max < 100 ? ` (recorded: ${boundsText(recorded)}, beside what others have)` : '';
}

function textOf(dataset: Dataset, answer: OwnershipAnswer): string[] {
  const name = namesIn(dataset);
  const clashing = [...(answer.over100 ? [answer.entity] : []), ...answer.over100Above];
  return [
    `${name(answer.entity)}: ${answer.direct.length === 0 ? 'no holder is recorded.' : 'holders'}`,
    ...answer.direct.map((h) => `  ${boundsText(h.share).padStart(8)}  ${name(h.holder)}${recordedText(h)}`),
    'Through all chains:',
    ...answer.effective.map(
      (e) => `  ${boundsText(e.share).padStart(8)}  ${name(e.holder)}  (${e.chains.length} ${e.chains.length === 1 ? 'chain' : 'chains'})`,
    ),
    `Ultimate: ${answer.ultimate.map((u) => `${name(u.holder)} ${boundsText(u.share)}`).join(', ') || 'nobody is recorded'}`,
    ...(answer.undated ? [undatedText(answer.undated)] : []),
    ...(clashing.length > 0
      ? [`More than 100 % together in: ${clashing.map(name).join(', ')}; figures through these are not to be trusted.`]
      : []),
    ...(answer.listed
      ? [
          `Held by listed parties under the 50 per cent rule: `
          + `${answer.listed.answer} (${boundsText(answer.listed.aggregate)} in aggregate)`,
          ...proofLines(answer.listed.proof, name, 1),
        ]
      : []),
  ];
}

function proofLines({ entity, counts, aggregate, holders, again }: Proof, name: (id: string) => string, depth: number): string[] {
  const reason =
    counts === 'listed'
      ? 'is listed'
      : `${counts === 'yes' ? 'counts as held' : counts === 'no' ? 'does not count' : 'may count'} `
        + `(${boundsText(aggregate)})${again ? ', shown above' : ''}`;
  return [
    `${'  '.repeat(depth)}${name(entity)} ${reason}`,
    ...holders.flatMap((h) => [`${'  '.repeat(depth + 1)}${boundsText(h.share)} held by:`, ...proofLines(h.proof, name, depth + 2)]),
  ];
}

/** Width over height of what is laid out here. */
const ASPECT = 1.5;

/** The proof of an ownership answer as a snapshot, owners above; laid out the same way every time. */
export function ownersSnapshot({ dataset, question, answer }: Owners): Snapshot {
  const part = proofRecords(dataset, answer, question.listed);
  const picture = ownershipPicture(part, answer).part;
  const positions = layoutLayered({ part: picture, detail: detailFor(picture.entities.length), aspect: ASPECT });
  return proofSnapshot({ dataset, name: namesIn(dataset)(answer.entity), part, positions, question, answer });
}
