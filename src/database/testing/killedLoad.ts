import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Begins a load in a process of its own and gives what kills it, at once, when half of it has been sent. */
export function loadToKill(address: string, id: string): Promise<() => Promise<void>> {
  const script = join(import.meta.dirname, 'loadHalf.ts');
  const loading = spawn(process.execPath, ['--import', 'tsx', script, address, id], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    const early = () => reject(new Error('The load ended before it was killed.'));
    loading.once('exit', early);
    loading.stdout.once('data', () => {
      loading.off('exit', early);
      resolve(
        () =>
          new Promise((gone) => {
            loading.once('exit', () => gone());
            loading.kill('SIGKILL');
          }),
      );
    });
  });
}
