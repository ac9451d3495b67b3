import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/ui',
  publicDir: '../../public',
  plugins: [react()],
  base: './',
  worker: { format: 'es' },
  build: { outDir: '../../dist/app', emptyOutDir: true, license: { fileName: 'licences.md' }, target: 'es2022', chunkSizeWarningLimit: 1200 },
  server: { host: '127.0.0.1', port: 5173 },
});
