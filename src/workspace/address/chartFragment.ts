import { z } from 'zod';
import { chartDocument, type ChartDocument } from '../../model';

/** The version of what follows the "#" of a link. A link of a newer one is told. */
const VERSION = 1;
/** How a fragment of ours begins, its version before the point. */
const OURS = /^chart=(\d{1,6})\.([^]*)$/;

/** The longest fragment that is looked at, in characters; one that Share gives out is far shorter. */
const LONGEST_READ = 200_000;
/** How much a fragment may unfold to, in bytes (4 MiB): about 20,000 entities. */
const LARGEST_UNFOLDED = 4 * 1024 * 1024;

/** The chart document as a link carries it. Decisions on matches between files are not part of it: an included case has one file. */
const linkedChart = chartDocument.omit({ decided: true });

/**
 * What is wrong with a fragment: not of this program, of a newer version of it, cut off or changed on the way, or larger than any chart.
 */
export type FragmentFault = 'foreign' | 'newer' | 'damaged' | 'tooLarge';

/** A chart document as what follows the "#" of a link: JSON, deflated, in the letters of base64url. */
export async function fragmentOf({ decided: _decided, ...chart }: ChartDocument): Promise<string> {
  const json = JSON.stringify(z.encode(linkedChart, chart));
  const bytes = await collected(new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw')), Infinity);
  return `chart=${VERSION}.${base64url(bytes!)}`;
}

/** The chart document of a fragment, or what is wrong with it. Never throws, whatever stands there. */
export async function chartOfFragment(fragment: string): Promise<{ chart: ChartDocument } | { fault: FragmentFault }> {
  const [, version, written] = OURS.exec(fragment) ?? [];
  if (version === undefined || written === undefined) return { fault: 'foreign' };
  if (Number(version) > VERSION) return { fault: 'newer' };
  if (fragment.length > LONGEST_READ) return { fault: 'tooLarge' };
  const packed = bytesOf(written);
  if (!packed) return { fault: 'damaged' };
  const unfolded = await inflated(packed);
  if (unfolded === 'damaged' || unfolded === 'tooLarge') return { fault: unfolded };
  const parsed = linkedChart.safeParse(jsonOf(unfolded));
  return parsed.success ? { chart: { ...parsed.data, decided: new Map() } } : { fault: 'damaged' };
}

async function inflated(packed: Uint8Array): Promise<Uint8Array | 'damaged' | 'tooLarge'> {
  try {
    return (
      (await collected(new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw')), LARGEST_UNFOLDED))
      ?? 'tooLarge'
    );
  } catch {
    // Every engine has its own error for bytes that are no deflated ones.
    return 'damaged';
  }
}

/** All bytes of a stream; nothing where there are more than the limit, and no more than that is held. */
async function collected(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    if (size <= limit) continue;
    await reader.cancel();
    return undefined;
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(text: string): Uint8Array | undefined {
  if (!/^[\w-]+$/.test(text) || text.length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
