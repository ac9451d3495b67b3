import type { CanvasFactory } from '../snapshot/paintedPng';
import { NoCanvasError } from '../snapshot/paintedPng';
import type { SnapshotAssets } from '../svg/assets';
import type { Report } from './report';

/** The documents that a report can be written as. */
export const reportKinds = {
  docx: {
    label: 'Word document', extension: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: { label: 'PDF document', extension: 'pdf', mediaType: 'application/pdf' },
  xlsx: { label: 'Workbook', extension: 'xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

/** As which document a report is written. */
export type ReportKind = keyof typeof reportKinds;

interface ReportAssets {
  readonly assets: SnapshotAssets;
  /** For DOCX, whose picture has one in pixels beside it. */
  readonly canvas?: CanvasFactory;
}

/** A report as the bytes of a file; what a kind needs is loaded when it is written. Throws `NoCanvasError` for DOCX. */
export async function renderReport(report: Report, kind: ReportKind, { assets, canvas }: ReportAssets): Promise<Uint8Array> {
  if (kind === 'xlsx') return (await import('./reportSheets')).reportWorkbook(report);
  if (kind === 'pdf') return (await import('../pdf/pdfReport')).pdfReport(report, assets);
  if (!canvas) throw new NoCanvasError();
  return (await import('../docx/docxFile')).docxFile(report, { assets, canvas });
}
