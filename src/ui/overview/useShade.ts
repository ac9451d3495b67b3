import { useSyncExternalStore } from 'react';
import { useShown } from '../shell/useWorkspace';

const QUERY = '(prefers-color-scheme: dark)';

function follow(changed: () => void): () => void {
  const system = matchMedia(QUERY);
  system.addEventListener('change', changed);
  return () => system.removeEventListener('change', changed);
}

/** The theme that results from what is chosen and what the system says. */
export function useShade(): 'light' | 'dark' {
  const theme = useShown((s) => s.view.theme);
  const dark = useSyncExternalStore(follow, () => matchMedia(QUERY).matches);
  return theme === 'system' ? (dark ? 'dark' : 'light') : theme;
}
