import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './e2e/findBrowser';

const PORT = Number(process.env.E2E_PORT ?? 4179);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  // They end what hangs. A machine with other work may be many times slower, and no story is to fail by that.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A story that passes only the second time is listed as flaky, and is to be mended; it holds nobody else's work up.
  retries: 1,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: BROWSER_ARGS },
  },
  webServer: {
    command: `npm run --silent throughline -- serve --port ${PORT}`,
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
