import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { McpDataset } from './dataset';
import { warmed } from './warmed';
import { mcpServer, type McpOptions } from './mcpServer';

/** Answers a client on standard input and output until it closes the input, or the process is interrupted. */
export async function serveOverStdio(dataset: McpDataset, options: McpOptions & { readonly warm?: boolean } = {}): Promise<void> {
  const serving = serveStdio(() => mcpServer(dataset, options), { onerror: (error) => console.error(error.message) });
  const over = new AbortController();
  // What fails here is told by the question that needs it.
  if (options.warm) warmed(dataset.store, over.signal).catch((error: unknown) => over.signal.aborted || console.error(error));
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  over.abort();
  await serving.close();
}
