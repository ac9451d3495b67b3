import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser';

/** The ways to a browser, in the order in which they are tried where none is installed. */
const WAYS: readonly (readonly string[])[] = [
  ['npx', 'playwright', 'install', 'chromium'],
  ['apt-get', 'update', '-qq'],
  ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium'],
];

for (const [command, ...args] of WAYS) {
  if (findBrowser()) break;
  console.log(`No browser yet: trying ${[command, ...args].join(' ')}`);
  spawnSync(command!, args, {
    stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

if (!findBrowser()) {
  console.error(
    'The tests need a browser: install Chromium or Chrome (on Debian or Ubuntu, "sudo apt-get install chromium") and run this again.',
  );
  process.exit(1);
}
