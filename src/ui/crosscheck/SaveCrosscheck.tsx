import { sheetsFile } from '../../formats';
import type { DatasetPart, NameCandidate } from '../../model';
import { crosscheckBrief, crosscheckSheets } from '../../publish';
import { crosscheckRecords, type CrosscheckState } from '../../workspace';
import { useRun, useShown, useWorkspace } from '../shell/useWorkspace';

/** Saves a cross-check as a workbook or a brief. */
export function SaveCrosscheck({ check, taken }: { check: CrosscheckState; taken: readonly (NameCandidate | undefined)[] }) {
  const run = useRun();
  const { state } = useWorkspace();
  const title = useShown((s) => s.dataset?.description.title ?? 'the data');
  const save = async (kind: 'xlsx' | 'md') => {
    const { entities, relationships, sources } = crosscheckRecords(state.getState());
    const part: DatasetPart = {
      entities: [...entities.values()],
      relationships: [...relationships.values()],
      sources: [...sources.values()],
    };
    const input = { ...check, taken, part, title: `A list of ${check.names.length} names, checked against ${title}` };
    const content = kind === 'md' ? crosscheckBrief(input) : (await sheetsFile(crosscheckSheets(input))).bytes;
    await run('saveAnswer', { name: `crosscheck.${kind}`, blob: new Blob([content as BlobPart]) });
  };
  return (
    <div className="route-tools">
      <button type="button" className="chip" onClick={() => void save('xlsx')}>
        Workbook
      </button>
      <button type="button" className="chip" onClick={() => void save('md')}>
        Brief
      </button>
    </div>
  );
}
