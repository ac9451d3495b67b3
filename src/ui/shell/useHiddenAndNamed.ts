import { useEffect, useState } from 'react';
import type { Entity } from '../../model';
import { useShown, useWorkspace } from './useWorkspace';

const NOBODY: readonly Entity[] = [];

/** Who is hidden and named all the same in the words of what would be published; nobody until it is known. */
export function useHiddenAndNamed(): readonly Entity[] {
  const { hiddenAndNamed } = useWorkspace();
  const chart = useShown((s) => s.chart);
  const trace = useShown((s) => s.trace);
  const [named, setNamed] = useState(NOBODY);
  useEffect(() => {
    let late = false;
    void hiddenAndNamed().then((found) => !late && setNamed(found));
    return () => void (late = true);
  }, [hiddenAndNamed, chart, trace]);
  return named;
}
