import type { z } from 'zod';
import type { CallOptions } from '../model';
import type { McpDataset } from './dataset';

/** What a tool found; a picture travels beside it. */
interface Found<Output> {
  readonly told: Omit<Output, 'notice'>;
  readonly picture?: Uint8Array;
}

/** A question that an agent can ask: what it is for, an example, its shape and that of its answer. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Arguments that the bundled case answers. */
  readonly example: z.input<Input>;
  readonly input: Input;
  readonly output: Output;
  /** `asked` has been held to `input`. Throws RefusedError and the errors of a store about entities. */
  answer(asked: z.output<Input>, dataset: McpDataset, options: CallOptions): Promise<Found<z.output<Output>>>;
}

/** A tool with its types checked against each other, as the list of all tools holds it. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(definition: Tool<Input, Output>): Tool {
  return definition as unknown as Tool;
}
