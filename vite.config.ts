import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The files of the large scripts keep their names, so that the command finds them in the built explorer. */
function assetFileNames({ names }: { names: string[] }): string {
  return names.some((name) => /^noto-sans-(?:kr|sc|jp)-/.test(name)) ? 'fonts/[name][extname]' : 'assets/[name]-[hash][extname]';
}

/**
 * What the first picture needs is one file. A module that a part which is loaded later needs as well would else be a file of its own: sixty
 * small ones, which compress worse.
 */
const codeSplitting = { groups: [{ name: 'main', tags: ['$initial' as const] }] };

export default defineConfig({
  root: 'src/ui',
  publicDir: '../../public',
  plugins: [react()],
  base: './',
  worker: { format: 'es' },
  build: {
    outDir: '../../dist/app', emptyOutDir: true, license: { fileName: 'licences.md' }, target: 'es2022', chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { assetFileNames, codeSplitting } },
  },
  server: { host: '127.0.0.1', port: 5173 },
});
