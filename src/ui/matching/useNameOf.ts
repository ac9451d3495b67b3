import { lookup } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

/** The name of an entity of a match, wherever it is known. */
export function useNameOf(): (id: string) => string {
  const records = useShown((s) => s.matches?.records);
  const find = useShown(lookup);
  return (id) => records?.entities.get(id)?.name ?? find.name(id);
}
