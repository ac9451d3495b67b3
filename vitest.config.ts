import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}'], environment: 'node', pool: 'threads', setupFiles: ['src/propertySeed.ts'],
    // They end what hangs. A machine with other work may be twenty times slower, and no test is to fail by that.
    testTimeout: 180_000, hookTimeout: 180_000, expect: { poll: { timeout: 60_000 } },
  },
});
