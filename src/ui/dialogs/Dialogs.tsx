import { lazy, Suspense } from 'react';
import { useShown } from '../shell/useWorkspace';
import { Datasets } from './Datasets';
import { NotesDialog } from '../editing/NotesDialog';
import EditDialog from '../editing/EditDialog';
import { ExpandDialog } from './ExpandDialog';
import { ExportDialog } from './ExportDialog';
import { Help } from './Help';
import { MappingDialog } from './mapping/MappingDialog';
import { Palette } from './Palette';
import { PasteRows } from './PasteRows';
import { Replace } from './Replace';
import { ReportDialog } from './ReportDialog';
import { SavedDialog } from './SavedDialog';
import { ShareDialog } from './ShareDialog';
import { SnapshotDialog } from './SnapshotDialog';
import './dialogs.css';
import './report.css';

const RegisterDialog = lazy(() => import('../registers/RegisterDialog'));

const FillDown = lazy(() => import('./FillDown'));
const OwnFileDialog = lazy(() => import('./OwnFileDialog'));

const OverviewDialog = lazy(() => import('../overview/OverviewDialog'));

/** The dialog that is open, if any; what there is to say of a file stands before the others. */
export default function Dialogs() {
  const dialog = useShown((s) => s.view.dialog);
  const report = useShown((s) => s.report !== undefined);
  const reading = useShown((s) => s.reading !== undefined);
  const expanding = useShown((s) => s.expanding);
  const editing = useShown((s) => s.editing);
  const register = useShown((s) => s.register);
  const saved = useShown((s) => s.saved !== undefined);
  if (report) return <ReportDialog />;
  if (reading) return <MappingDialog />;
  if (saved) return <SavedDialog />;
  if (editing) return <EditDialog key={`${editing.kind} ${editing.id}`} editing={editing} />;
  if (register) return <Suspense><RegisterDialog register={register} /></Suspense>;
  if (expanding) return <ExpandDialog choice={expanding} />;
  switch (dialog) {
    case 'palette':
      return <Palette />;
    case 'share':
      return <ShareDialog />;
    case 'snapshot':
      return <SnapshotDialog />;
    case 'export':
      return <ExportDialog />;
    case 'notes':
      return <NotesDialog />;
    case 'replace':
      return <Replace />;
    case 'paste':
      return <PasteRows />;
    case 'datasets':
      return <Datasets />;
    case 'overview':
      return <Suspense><OverviewDialog /></Suspense>;
    case 'fillDown':
      return <Suspense><FillDown /></Suspense>;
    case 'ownFile':
      return <Suspense><OwnFileDialog /></Suspense>;
    case 'help':
    case 'status':
      return <Help />;
    default:
      return null;
  }
}
