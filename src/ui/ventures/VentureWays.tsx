import { Segments } from '../parts/Segments';
import { useRun, useShown } from '../shell/useWorkspace';

const WAYS = [
  { id: 'hub', label: 'Hub', name: 'As a hub' },
  { id: 'compound', label: 'Enclosure', name: 'As an enclosure around its partners' },
  { id: 'ties', label: 'Ties', name: 'As direct ties between its partners' },
] as const;

/** Three ways to see a venture on the chart, one press apart. Routes are the same in all three. */
export function VentureWays({ venture, name }: { venture: string; name: string }) {
  const way = useShown((s) => s.chart.ventures.get(venture) ?? 'hub');
  const run = useRun();
  return <Segments label={`Draw ${name}`} value={way} options={WAYS} onChange={(id) => run('drawVenture', { venture, way: id })} />;
}
