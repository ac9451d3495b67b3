import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json',
};

/** Hosts a folder below a path as any host of static files does, and knows nothing of what is in it. Gives the address and how to stop. */
export async function staticHost(folder: string, below: string): Promise<{ address: string; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const found = path.startsWith(below)
      ? readFile(join(folder, decodeURIComponent(path.slice(below.length))))
      : Promise.reject(new Error('outside'));
    found.then(
      (bytes) => response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes),
      () => response.writeHead(404).end('Not found'),
    );
  });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`, close };
}
