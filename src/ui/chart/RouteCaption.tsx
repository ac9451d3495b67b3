import { ChevronLeft, ChevronRight } from 'lucide';
import { activeRoute } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { Sentence } from '../parts/Sentence';
import { useRouteSentences, useRun, useShown } from '../shell/useWorkspace';

/** In a narrow window, where the panel with the routes lies over the chart: the sentence of the highlighted route below it. */
export function RouteCaption() {
  const route = useShown(activeRoute);
  const at = useShown((s) => s.trace.active);
  const count = useShown((s) => s.trace.answer?.routes.length ?? 0);
  const sentences = useRouteSentences();
  const run = useRun();
  if (!route || at === undefined) return null;
  return (
    <section className="route-caption" aria-label="Highlighted route">
      <p className="prose"><Sentence parts={sentences.route(route)} strong={new Set(route.entities.slice(1, -1))} /></p>
      <div className="route-caption-steps">
        <IconButton icon={ChevronLeft} label="Previous route" plain small onClick={() => run('previousRoute')} />
        <span className="quiet figure">{at + 1} of {count}</span>
        <IconButton icon={ChevronRight} label="Next route" plain small onClick={() => run('nextRoute')} />
      </div>
    </section>
  );
}
