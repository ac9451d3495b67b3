import { version } from '../../../package.json';
import {
  comparisonKinds, comparisonOf, previewPictures, renderComparison, renderReport, renderSnapshot, renderStory, renderTimeline, reportKinds,
  snapshotKinds, snapshotReport, storyKinds, timelineKinds, type ComparisonInput, type ComparisonKind, type RenderOptions,
  type ReportKind, type StoryKind, type TimelineInput, type TimelineKind,
} from '../../publish';
import type { Dataset, Snapshot, Story } from '../../model';
import type { PicturePreview, SnapshotKind } from '../platform';

/** A snapshot as a file of its kind. The page loads this, and all that writes pictures and pages, when the first one is asked for. */
export async function snapshotBlob(snapshot: Snapshot, kind: SnapshotKind, options: RenderOptions): Promise<Blob> {
  if (!isReport(kind)) return blobOf(await renderSnapshot(snapshot, kind, options), kind);
  const written = kind.slice(REPORT.length) as ReportKind;
  const report = await snapshotReport(snapshot, { madeWith: `Throughline ${version}`, signal: options.signal });
  return new Blob([await renderReport(report, written, options) as BlobPart], { type: reportKinds[written].mediaType });
}

/** The pictures that a snapshot will be written as. */
export async function previewBlobs(
  snapshot: Snapshot, kind: 'png' | 'svg', widest: number, options: RenderOptions,
): Promise<PicturePreview[]> {
  const pictures = await previewPictures(snapshot, kind, widest, options);
  return pictures.map(({ bytes, kind: written, ...size }) => ({ ...size, blob: blobOf(bytes, written) }));
}

/** A story as its page or its slides. */
export async function storyBlob(
  dataset: Dataset, story: Story, kind: StoryKind, options: Pick<RenderOptions, 'assets' | 'canvas' | 'signal'>,
): Promise<Blob> {
  return new Blob([await renderStory(dataset, story, kind, options) as BlobPart], { type: storyKinds[kind].mediaType });
}

/** Two states side by side. */
export async function comparisonBlob(
  input: ComparisonInput, kind: ComparisonKind, options: Pick<RenderOptions, 'assets' | 'canvas' | 'signal'>,
): Promise<Blob> {
  return new Blob([await renderComparison(comparisonOf(input), kind, options) as BlobPart], { type: comparisonKinds[kind].mediaType });
}

/** A timeline as a file of its kind. */
export async function timelineBlob(
  input: TimelineInput, kind: TimelineKind, options: Parameters<typeof renderTimeline>[2],
): Promise<Blob> {
  return new Blob([await renderTimeline(input, kind, options) as BlobPart], { type: timelineKinds[kind].mediaType });
}

const REPORT = 'report.';

function isReport(kind: SnapshotKind): kind is `report.${ReportKind}` {
  return kind.startsWith(REPORT);
}

function blobOf(bytes: Uint8Array, kind: keyof typeof snapshotKinds): Blob {
  return new Blob([bytes as BlobPart], { type: snapshotKinds[kind].mediaType });
}
