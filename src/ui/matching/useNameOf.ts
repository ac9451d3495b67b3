import { lookup } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

/** The name of an entity of a match, wherever it is known. */
export function useNameOf(): (id: string) => string {
  const { entity } = useShown(lookup);
  return (id) => entity(id)?.name ?? id;
}
