import { test as base, expect, type Page } from '@playwright/test';
import { Explorer } from './pages/Explorer';

/**
 * A story about the explorer. Whatever it tells, the page must not report an error, break its own policy or ask
 * another host for anything; a story that provokes one of these says so by `faults.length = 0` after it has looked.
 */
export const test = base.extend<{ explorer: Explorer; faults: string[] }>({
  // The camera jumps where it would glide, so that a pointer meets what it is sent to.
  contextOptions: async ({ contextOptions }, use) => use({ ...contextOptions, reducedMotion: 'reduce' }),
  faults: async ({ page, baseURL }, use) => {
    const faults = faultsOf(page, new URL(baseURL!).origin);
    await use(faults);
    expect(faults, 'errors on the page, and requests to other hosts').toEqual([]);
  },
  explorer: async ({ page, faults }, use) => use(new Explorer(page, faults)),
});

export { expect };

/** What goes wrong on a page from now on: console errors (broken policy among them), uncaught errors, requests to other hosts. */
export function faultsOf(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.context().on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) faults.push(`request: ${request.url()}`);
  });
  return faults;
}
