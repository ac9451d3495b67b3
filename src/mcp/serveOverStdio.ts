import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { McpDataset } from './dataset';
import { mcpServer, type McpOptions } from './mcpServer';

/** Answers a client on standard input and output until it closes the input, or the process is interrupted. */
export async function serveOverStdio(dataset: McpDataset, options: McpOptions = {}): Promise<void> {
  const serving = serveStdio(() => mcpServer(dataset, options), { onerror: (error) => console.error(error.message) });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await serving.close();
}
