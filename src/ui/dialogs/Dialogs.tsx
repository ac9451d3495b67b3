import { useShown } from '../shell/useWorkspace';
import { Datasets } from './Datasets';
import { Help } from './Help';
import { Palette } from './Palette';
import { ReportDialog } from './ReportDialog';
import { SnapshotDialog } from './SnapshotDialog';
import './dialogs.css';

/** The dialog that is open, if any; a report of a file stands before the others. */
export default function Dialogs() {
  const dialog = useShown((s) => s.view.dialog);
  const report = useShown((s) => s.report !== undefined);
  if (report) return <ReportDialog />;
  switch (dialog) {
    case 'palette':
      return <Palette />;
    case 'snapshot':
      return <SnapshotDialog />;
    case 'datasets':
      return <Datasets />;
    case 'help':
    case 'status':
      return <Help />;
    default:
      return null;
  }
}
