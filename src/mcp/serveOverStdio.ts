import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { AskedLog } from './askedLog';
import type { McpDataset } from './dataset';
import { mcpServer } from './mcpServer';

/** Answers a client on standard input and output until it closes the input, or the process is interrupted. */
export async function serveOverStdio(dataset: McpDataset, log?: AskedLog): Promise<void> {
  const serving = serveStdio(() => mcpServer(dataset, log), { onerror: (error) => console.error(error.message) });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await serving.close();
}
