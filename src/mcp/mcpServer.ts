import { McpServer } from '@modelcontextprotocol/server';
import { version } from '../../package.json';
import { answerCall } from './answerCall';
import type { AskedLog } from './askedLog';
import type { McpDataset } from './dataset';
import { prompts } from './prompts';
import { NOTICE, quoted } from './quotation';
import { resources } from './resources';
import type { ReviewTray } from './reviewTray';
import { tools } from './tools';
import { proposeClaimTool } from './tools/proposeClaim';

const INSTRUCTIONS =
  'Answers questions about who is connected to whom, over one dataset, which no tool changes. A claim is what one source says; a status '
  + '(confirmed, reported, alleged, disputed, reading, denied) is what the claims of a relationship add up to. Tell what is alleged or '
  + `disputed as such, and denials beside it. ${NOTICE}`;

/** What a server has besides its dataset: where requests are written down, and where claims are proposed. */
export interface McpOptions {
  readonly log?: AskedLog | undefined;
  readonly tray?: ReviewTray | undefined;
}

/** A server of the tools, resources and prompts over one dataset; it reads no file and asks no network. It writes to a tray alone. */
export function mcpServer(dataset: McpDataset, { log, tray }: McpOptions = {}): McpServer {
  const server = new McpServer({ name: 'throughline', title: 'Throughline', version }, { instructions: INSTRUCTIONS });
  const proposing = tray ? [proposeClaimTool(tray, () => clientOf(server))] : [];
  for (const tool of [...tools, ...proposing])
    server.registerTool(
      tool.name,
      {
        title: tool.title,
        description: `${tool.about} Example: ${JSON.stringify(tool.example)}`,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: { readOnlyHint: !proposing.includes(tool), idempotentHint: true, destructiveHint: false, openWorldHint: false },
      },
      (asked, context) => answerCall(tool, asked, context.mcpReq.signal, dataset, log),
    );
  for (const { name, uri, title, about, read } of resources)
    server.registerResource(name, uri, { title, description: about, mimeType: 'application/json' }, async () => ({
      contents: [{ uri, mimeType: 'application/json', text: JSON.stringify(await read(dataset)) }],
    }));
  for (const [name, text] of tray?.texts ?? []) {
    const uri = `throughline://texts/${encodeURIComponent(name)}`;
    const told = { title: name, description: 'A text that the user gave, to be quoted from.', mimeType: 'text/plain' };
    server.registerResource(`text ${name}`, uri, told, async () => ({
      contents: [{ uri, mimeType: 'text/plain', text: `${NOTICE}\n${quoted(text, Infinity)}` }],
    }));
  }
  for (const { name, title, about, asks, text } of prompts)
    server.registerPrompt(name, { title, description: about, argsSchema: asks }, (asked) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: text(asked as Record<string, string>) } }],
    }));
  return server;
}

/** The program that asks, as it called itself. */
function clientOf({ server }: McpServer): string {
  const client = server.getClientVersion();
  return client ? `${client.title ?? client.name} ${client.version}` : 'a program that did not say its name';
}
