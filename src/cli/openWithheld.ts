import { datasetHead } from '../graph';
import type { Dataset, Story } from '../model';
import {
  findWithheld, withhold, withheldSnapshot, withheldStory, type Spelled, type Withheld, type WithheldDataset,
} from '../publish';
import { MemoryStore } from '../store';
import { MisuseError, type Io } from './io';
import type { OpenStore } from './openStore';
import { resolveId } from './resolve';
import { tellWithheld, withheldIn } from './withheldOptions';

/** A dataset as it may be published, opened for questions: their answers are those that a reader of the file would find. */
export interface WithheldOpened {
  readonly opened: OpenStore;
  /** The story that was asked for, as it may be published. */
  readonly story?: Story;
  /** The id under which whoever is meant is published. Throws MisuseError for what was taken out. */
  idOf(name: string): Promise<string>;
  /** A text of the command line. Throws MisuseError where it names what is withheld. */
  textOf(option: string, text: string): string;
  /** Throws MisuseError where the bytes of a file hold something that is withheld, with the place. */
  refuseTelling(path: string, bytes: Uint8Array): void;
}

/**
 * Opens what was read of a dataset anew without what is withheld, and tells which texts were left out. Throws MisuseError where nothing
 * was read of a packed one.
 */
export async function openWithheld(
  { reading, store }: OpenStore, asked: readonly string[], io: Io, story?: Story,
): Promise<WithheldOpened> {
  if (!reading) throw new MisuseError('--withhold takes what is written to a file. Name one with -o.');
  const { withheld, spelled } = await withheldIn(store, asked);
  const frozen = reading.snapshot
    && (await withheldSnapshot(reading.snapshot, withheld, (dataset) => MemoryStore.open(dataset), new Map(), spelled));
  const after = frozen?.withheld ?? withhold(reading.dataset, withheld, new Map(), spelled);
  const told = story && withheldStory(story, after);
  tellWithheld(reading.dataset, withheld, after, io);
  const { perspectives: _byId, charts: _charts, snapshot: _named, ...rest } = reading;
  const { dataset } = after;
  return {
    ...(told ? { story: told } : {}),
    opened: {
      store: await MemoryStore.open(dataset),
      head: datasetHead(dataset),
      reading: { ...rest, dataset, ...(frozen ? { snapshot: frozen.snapshot } : {}) },
    },
    idOf: async (name) => {
      const id = after.idOf('entity', await resolveId(store, name));
      if (id === undefined)
        throw new MisuseError(`${name} is withheld. Give it another name with --withhold "${name}=Person A", or ask without it.`);
      return id;
    },
    textOf: (option, text) => {
      const published = after.textOf(option, text);
      if (published === undefined) throw new MisuseError(`${option} "${text}" names what is withheld. Write another.`);
      return published;
    },
    refuseTelling: refusing(spelled),
  };
}

/** A dataset without what is withheld, and the last look at what is written of it. */
export async function withheldDataset(
  whole: Dataset, asked: readonly string[], io: Io,
): Promise<Pick<WithheldOpened, 'refuseTelling'> & Pick<WithheldDataset, 'dataset'>> {
  const { withheld, spelled } = await withheldIn(await MemoryStore.open(whole), asked);
  const after = withhold(whole, withheld);
  tellWithheld(whole, withheld, after, io);
  return { dataset: after.dataset, refuseTelling: refusing(spelled) };
}

function refusing(spelled: readonly Spelled<Withheld>[]): WithheldOpened['refuseTelling'] {
  return (path, bytes) => {
    const [found] = findWithheld(bytes, spelled);
    if (!found) return;
    throw new MisuseError(
      `${path} would hold “${found.name}”, which is withheld (${found.place}${found.around ? `: “${found.around}”` : ''}). `
      + 'Nothing was written.',
    );
  };
}
