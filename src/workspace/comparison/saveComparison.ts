import type { Dataset } from '../../model';
import type { ComparisonInput, ComparisonKind } from '../../publish';
import type { CallOptions } from '../../store';
import { NotComparedError } from './notComparedError';
import { comparedPart, drawnComparison } from '../selectors/comparison';
import type { Session } from '../session';
import { slug } from '../snapshot';
import { wholeOf } from './compare';

/** Both states that are compared as a page or a picture, side by side, as they are drawn. */
export async function saveComparison(session: Session, kind: ComparisonKind): Promise<void> {
  if (!drawnComparison(session.get()) || !session.compared) return;
  const file = await session.job('snapshot', 'Writing the comparison', async (ask) => {
    const input = await comparedInput(session, ask);
    return { name: `${await slug(input.title)}.${kind}`, blob: await session.deps.renderComparison(input, kind, ask) };
  });
  session.deps.page.save(file);
  session.notify('info', `Saved ${file.name}.`);
}

/** What is drawn of both: whoever is seen where it is seen, with the ties that are seen. */
async function comparedInput(session: Session, ask: CallOptions): Promise<ComparisonInput> {
  const { chart, comparison, dataset } = session.get();
  const { file, fileIs, positions } = comparison!;
  const seen = comparedPart(session.get());
  const { answer, report } = await session.deps.files.compare(
    { file: session.compared!, open: await wholeOf(session, ask), fileIs, story: chart.story, states: true }, ask,
  );
  if (!answer?.states) throw new NotComparedError(file, report.issues[0]?.message ?? 'it cannot be read.');
  const { title } = dataset!.description;
  const state = (name: string, of: Dataset) => ({ name, dataset: of });
  const [earlier, later] = fileIs === 'earlier' ? [file, title] : [title, file];
  return {
    title: `What changed: ${title}`, before: state(earlier, answer.states.before), after: state(later, answer.states.after),
    positions: new Map(seen.entities.flatMap(({ id }) => (positions.has(id) ? [[id, positions.get(id)!] as const] : []))),
    ties: new Set(seen.relationships.map((r) => r.id)), filter: chart.filter, remarks: answer.remarks,
    ...(answer.story ? { story: answer.story } : {}),
  };
}
