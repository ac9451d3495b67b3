import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

const ROOT = join(import.meta.dirname, '../../..');

/** What a tool answered: as typed JSON, as text, or refused. */
export interface ToolAnswer {
  readonly refused: boolean;
  readonly text: string;
  readonly told: Record<string, never>;
  readonly content: readonly { type: string; mimeType?: string; data?: string }[];
}

/** A client of the SDK, and `throughline mcp` in a process of its own, from the sources. */
export function mcpClient(...args: string[]) {
  return mcpClientOf(['--import', 'tsx', 'src/cli/throughline.ts', 'mcp', ...args]);
}

/** The same with another way to run the command, as arguments of Node. */
export async function mcpClientOf(command: string[]) {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath, args: command, cwd: ROOT, stderr: 'inherit',
    }),
    { timeout: 170_000 },
  );
  return {
    client,
    close: () => client.close(),
    async ask(name: string, asked: object = {}, options: { signal?: AbortSignal } = {}): Promise<ToolAnswer> {
      const { content, structuredContent, isError = false } = await client.callTool(
        { name, arguments: asked as Record<string, unknown> }, { timeout: 170_000, ...options },
      );
      const [first] = content as { type: string; text?: string }[];
      return {
        refused: isError, text: first?.text ?? '', told: (structuredContent ?? {}) as Record<string, never>,
        content: content as ToolAnswer['content'],
      };
    },
  };
}
