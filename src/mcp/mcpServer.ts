import { McpServer } from '@modelcontextprotocol/server';
import { version } from '../../package.json';
import { answerCall } from './answerCall';
import type { AskedLog } from './askedLog';
import type { McpDataset } from './dataset';
import { prompts } from './prompts';
import { NOTICE } from './quotation';
import { resources } from './resources';
import { tools } from './tools';

const INSTRUCTIONS =
  'Answers questions about who is connected to whom, over one dataset that is only read. A claim is what one source says; a status '
  + '(confirmed, reported, alleged, disputed, reading, denied) is what the claims of a relationship add up to. Tell what is alleged or '
  + `disputed as such, and denials beside it. ${NOTICE}`;

/** A server of the tools, resources and prompts over one dataset; it reads no file and asks no network. */
export function mcpServer(dataset: McpDataset, log?: AskedLog): McpServer {
  const server = new McpServer({ name: 'throughline', title: 'Throughline', version }, { instructions: INSTRUCTIONS });
  for (const tool of tools)
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: `${tool.about} Example: ${JSON.stringify(tool.example)}`,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false },
      },
      (asked, context) => answerCall(tool, asked, context.mcpReq.signal, dataset, log),
    );
  for (const { name, uri, title, about, read } of resources)
    server.registerResource(name, uri, { title, description: about, mimeType: 'application/json' }, async () => ({
      contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(await read(dataset)) }],
    }));
  for (const { name, title, about, asks, text } of prompts)
    server.registerPrompt(name, { title, description: about, argsSchema: asks }, (asked) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: text(asked as Record<string, string>) } }],
    }));
  return server;
}
