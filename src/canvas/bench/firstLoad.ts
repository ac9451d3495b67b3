import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';
import { markdownTable } from './figures';

/** What a first visit may fetch before its first picture, in bytes as a host sends them that compresses with gzip. */
export const MOST_BEFORE_PICTURE = 400_000;

/** How many bytes a kind of file has, compressed. */
type Load = Readonly<Record<string, number>>;

interface FirstLoad {
  /** What was asked for before the first picture was there. */
  readonly before: Load;
  /** What was asked for then, without anything being done, until nothing more came. */
  readonly after: Load;
}

/** What a browser with empty caches asks for, by kind ("script", "font"), before and after the first picture. */
export async function firstLoad(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const came: { response: Response; at: number }[] = [];
  context.on('response', (response) => came.push({ response, at: response.request().timing().startTime }));
  await page.goto(url);
  const picture = await (
    await page.waitForFunction(
      () => performance.timeOrigin + (performance.getEntriesByName('throughline:drawn')[0]?.startTime ?? Number.NaN), undefined,
      { polling: 20 },
    )
  ).jsonValue();
  await page.waitForLoadState('networkidle');
  const load = { before: await sizes(came.filter(({ at }) => at <= picture)), after: await sizes(came.filter(({ at }) => at > picture)) };
  await context.close();
  return load;
}

/** Fonts and pictures are compressed already. */
async function sizes(came: readonly { response: Response }[]): Promise<Load> {
  const load: Record<string, number> = {};
  for (const { response } of came) {
    const bytes = await response.body();
    const kind = response.request().resourceType();
    load[kind] =
      (load[kind] ?? 0) + (/font|image\/png/.test(response.headers()['content-type'] ?? '') ? bytes.length : gzipSync(bytes).length);
  }
  return load;
}

export function totalOf(load: Load): number {
  return Object.values(load).reduce((sum, bytes) => sum + bytes, 0);
}

/** The load as a table in kilobytes, and whether it keeps within what is allowed. */
export function firstLoadTable({ before, after }: FirstLoad): string {
  const kb = (bytes = 0) => String(Math.round(bytes / 1000));
  const kinds = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const rows = [...kinds.map((kind) => [kind, kb(before[kind]), kb(after[kind])]), ['together', kb(totalOf(before)), kb(totalOf(after))]];
  const held = totalOf(before) <= MOST_BEFORE_PICTURE;
  return `${markdownTable(['KB compressed', 'before the first picture', 'after it, unasked'], rows)}\n\n`
    + `At most ${kb(MOST_BEFORE_PICTURE)} KB before the first picture: ${held ? 'yes' : 'NO'}.`;
}
