import { detailFor } from '../../drawing';
import type { PerspectiveChart, Position } from '../../model';
import type { CallOptions } from '../../store';
import type { Session } from '../session';
import type { OpenedSource } from './openSource';
import { openedPart } from './firstPart';

/** Views of more entities than this are not drawn as the file draws them: the chart begins with the best connected, as ever. */
const LARGEST_GIVEN_VIEW = 1000;

/**
 * The views that a file of another tool draws, redrawn with our boxes. Entities that a later view has where the first
 * one has them stand where the first one is redrawn to have them, so that the steps of a story are seen on one picture.
 */
export async function fittedViews(
  session: Session, opened: OpenedSource, views: readonly PerspectiveChart[], ask: Required<CallOptions>,
): Promise<PerspectiveChart[]> {
  const small = views.filter((v) => Object.keys(v.positions).length <= LARGEST_GIVEN_VIEW);
  const fitted: PerspectiveChart[] = [];
  for (const view of small) {
    const first = small[0]!;
    const same =
      fitted[0] && Object.entries(view.positions).every(([id, at]) => first.positions[id]?.x === at.x && first.positions[id]?.y === at.y);
    fitted.push({
      ...view, positions: same ? among(fitted[0]!.positions, Object.keys(view.positions)) : await redrawn(session, opened, view, ask),
    });
  }
  return fitted;
}

function among(positions: Readonly<Record<string, Position>>, ids: readonly string[]): Record<string, Position> {
  return Object.fromEntries(ids.map((id) => [id, positions[id]!]));
}

async function redrawn(
  session: Session, opened: OpenedSource, view: PerspectiveChart, ask: Required<CallOptions>,
): Promise<Record<string, Position>> {
  const part = await openedPart(opened, Object.keys(view.positions), ask);
  const given = new Map(Object.entries(view.positions));
  return Object.fromEntries(
    await session.deps.layout.asGiven({ part, detail: detailFor(part.entities.length), aspect: session.aspect, given }, ask),
  );
}
