import { DATASET_FORMAT, type Dataset, type Story, type StoryView } from '../../model';
import { toldPart } from '../../store';
import { storyRecords } from '../../wording';
import { chartOf, drawnDocument, EMPTY_DOCUMENT, organic } from '../chart';
import { activeRoute, visiblePart } from '../selectors';
import type { Session } from '../session';
import type { WorkspaceState } from '../state';

/** What is seen now, as the view of a step. */
export function viewSeen(state: WorkspaceState): StoryView {
  const { entities, relationships } = visiblePart(state);
  const { positions, filter, camera } = drawnDocument(state);
  const route = activeRoute(state)?.entities;
  const places = entities.flatMap(({ id }) => (positions.has(id) ? [[id, positions.get(id)!] as const] : []));
  return {
    entities: entities.map((e) => e.id), positions: Object.fromEntries(places), relationships: relationships.map((r) => r.id), filter,
    ...(route ? { route: [...route] } : {}), ...(camera ? { camera } : {}),
  };
}

/** Shows the view of a step on the chart; who stays moves there, who has no place yet gets one. */
export async function showStep(session: Session, id: string): Promise<void> {
  const step = session.get().chart.story?.steps.find((s) => s.id === id);
  if (!step) return;
  await session.job('story', 'Showing the step', async (ask) => {
    const part = await session.opened().part({ ids: step.view.entities }, ask);
    const { chart, trace } = session.get();
    const document = {
      ...EMPTY_DOCUMENT, filter: step.view.filter ?? {}, ...(chart.story ? { story: chart.story } : {}),
        decided: drawnDocument(session.get()).decided,
    };
    const named = step.view.relationships && new Set(step.view.relationships);
    const ties = named ? part.relationships.filter((r) => named.has(r.id)) : part.relationships;
    const next = chartOf(document, { entities: part.entities, relationships: ties });
    const given = new Map(Object.entries(step.view.positions ?? {}));
    const whole = part.entities.every((e) => given.has(e.id));
    const positions = whole ? given : await organic(session, part, { ...next, positions: chart.positions }, ask, { keep: false });
    session.addRecords(part);
    const chains = step.view.route ? [[...step.view.route]] : undefined;
    session.change(`Show “${step.headline}”`, {
      chart: { ...next, positions: new Map(positions) }, selection: undefined,
      trace: { ...withoutActive(trace), ...(chains ? { chains } : {}) },
    });
    session.events.emit('fit', {});
  });
}

function withoutActive<T extends { active?: unknown; chains?: unknown; ringed?: unknown }>({
  active: _active, chains: _chains, ringed: _ringed, ...trace
}: T): Omit<T, 'active' | 'chains' | 'ringed'> {
  return trace;
}

/** The records that a story draws and cites, as a dataset. */
export async function storyDataset(session: Session, story: Story): Promise<Dataset> {
  const { id, title, licence } = session.get().dataset!.description;
  const part = await toldPart(session.opened(), storyRecords(story));
  return { format: DATASET_FORMAT, id, title, ...(licence === undefined ? {} : { licence }), ...part };
}
