import type { CallToolResult } from '@modelcontextprotocol/server';
import { isUnexpected, unexpectedText } from '../model';
import { isAboutEntity, TooMuchAskedError } from '../store';
import type { AskedLine, AskedLog } from './askedLog';
import { RefusedError, type McpDataset } from './dataset';
import { NOTICE, quoted } from './quotation';
import type { Tool } from './tool';

/** The longest that a question may take, in ms. */
const LONGEST = 120_000;
/** The longest answer, in characters; a list of long records is asked in smaller pages. */
const LONGEST_ANSWER = 400_000;

/** Answers a call of a tool with its answer as JSON and typed, or with what is wrong in a sentence, and writes it down. */
export async function answerCall(
  tool: Tool, asked: Record<string, unknown>, signal: AbortSignal, dataset: McpDataset, log: AskedLog | undefined,
): Promise<CallToolResult> {
  const begun = performance.now();
  const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
  const [result, outcome] = await resultOf(tool, asked, within, dataset).catch(
    (error: unknown) => [refusal(error, within), outcomeOf(error, signal)] as const,
  );
  const text = result.content[0];
  await log?.add({
    at: new Date().toISOString(), asked: tool.name, arguments: asked, outcome, ms: Math.round(performance.now() - begun),
    ...(text?.type === 'text' ? { characters: text.text.length } : {}),
  });
  return result;
}

async function resultOf(
  tool: Tool, asked: Record<string, unknown>, signal: AbortSignal, dataset: McpDataset,
): Promise<readonly [CallToolResult, 'answered']> {
  const { told, picture } = await tool.answer(asked, dataset, { signal });
  const answer = { notice: NOTICE, ...told };
  const text = JSON.stringify(answer);
  if (text.length > LONGEST_ANSWER)
    throw new RefusedError(`The answer would be longer than ${LONGEST_ANSWER} characters. Ask with a smaller "limit".`);
  return [
    {
      content: [
        { type: 'text', text },
        ...(picture ? [{ type: 'image' as const, data: Buffer.from(picture).toString('base64'), mimeType: 'image/png' }] : []),
      ],
      structuredContent: answer,
    },
    'answered',
  ];
}

function refusal(error: unknown, signal: AbortSignal): CallToolResult {
  return { isError: true, content: [{ type: 'text', text: refusalText(error, signal) }] };
}

function refusalText(error: unknown, signal: AbortSignal): string {
  if (error instanceof RefusedError) return error.message;
  if (isAboutEntity(error))
    return `${error.name === 'SameEntityError' ? 'Both ends are one entity' : 'There is no such entity'}: ${quoted(error.id)}.`;
  if (error instanceof TooMuchAskedError) return error.message;
  if (signal.aborted)
    return `The question was given up: it was cancelled, or took longer than ${LONGEST / 1000} seconds. Ask less at a time.`;
  console.error(error);
  return isUnexpected(error) ? unexpectedText(error) : 'The question could not be answered.';
}

function outcomeOf(error: unknown, asked: AbortSignal): AskedLine['outcome'] {
  if (asked.aborted) return 'cancelled';
  return error instanceof RefusedError || isAboutEntity(error) || error instanceof TooMuchAskedError ? 'refused' : 'failed';
}
