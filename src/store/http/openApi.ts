import { z } from 'zod';
import type { QuestionName } from '../graphStore';
import { answerShapes } from './answerShapes';
import { sharedQuestions } from './sharedQuestions';

type Json = { [field: string]: unknown };

/** What a server that answers is called and where it does, for its description. */
interface ServedApi {
  readonly version: string;
  /** Whether requests must carry a token. */
  readonly guarded: boolean;
}

/** What is wrong, by the status that says so. */
const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The question is malformed, or too much is asked; the message names the field and the limit.',
  401: 'The request lacks the token of the server.',
  404: 'The dataset has no entity of an id that is asked about.',
  413: 'The question is longer than a server reads.',
  503: 'The question was cut off by the deadline, its thread was lost, or too much is asked at a time; the message says which.',
};

/**
 * The questions that a server answers, as OpenAPI 3.1: made of the table of questions and of the shapes of answers, so that it says what
 * the code does. Paths are below the server's `/api`.
 */
export function openApi({ version, guarded }: ServedApi): Json {
  const schemas: Json = { Error: errorShape() };
  const paths = sharedQuestions.map(({ name, path, about, asked }) => {
    const answered = schemaOf(answerShapes[name as keyof typeof answerShapes], 'output', name, schemas);
    const body = schemaOf(asked, 'input', name, schemas);
    const post = {
      operationId: name,
      summary: about,
      requestBody: { required: asked.safeParse({}).success === false, content: jsonOf(body) },
      responses: {
        200: { description: 'The answer.', content: jsonOf(answered) },
        ...Object.fromEntries(
          Object.entries(REFUSALS).map(([status, description]) => [
            status, { description, content: jsonOf({ $ref: '#/components/schemas/Error' }) },
          ]),
        ),
      },
    };
    return [path, { post }] as const;
  });
  return {
    openapi: '3.1.1',
    info: {
      title: 'Throughline', version,
      description: 'Questions about a dataset of entities, the relationships between them, and the sources that say so.',
    },
    servers: [{ url: '/api' }],
    ...(guarded ? { security: [{ token: [] }] } : {}),
    paths: Object.fromEntries(paths),
    components: { schemas, ...(guarded ? { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } } : {}) },
  };
}

function jsonOf(schema: Json): Json {
  return { 'application/json': { schema } };
}

function errorShape(): Json {
  const plain = { type: 'object', required: ['name', 'message'], properties: { name: text, message: text, id: text } };
  return { type: 'object', required: ['error'], properties: { error: { anyOf: [plain, text] } } };
}

const text = { type: 'string' } as const;

/**
 * The JSON Schema of a shape; what it shares with others goes to `schemas` under its name. Where a question and an answer see the same name
 * differently (what has a default may be left out of a question), each has its own.
 */
function schemaOf(shape: z.ZodType, io: 'input' | 'output', question: QuestionName, schemas: Json): Json {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12', io }) as Json & { $defs?: Json };
  const names = new Map(Object.keys($defs).map((name) => [name, nameFor(name, $defs[name], io, question, schemas)]));
  for (const [name, part] of Object.entries($defs)) schemas[names.get(name)!] ??= renamed(part, names);
  return renamed(schema, names) as Json;
}

function nameFor(name: string, part: unknown, io: string, question: string, schemas: Json): string {
  // What has no name of its own is known by a number, which is another's in another schema.
  if (name.startsWith('__')) return `${question}${io === 'input' ? 'Question' : 'Answer'}${name.replace(/^__schema/, 'Part')}`;
  const taken = schemas[name];
  const own = new Map([[name, name]]);
  return taken === undefined || JSON.stringify(taken) === JSON.stringify(renamed(part, own)) ? name : `${name}Asked`;
}

/** The same with its references to the names that its parts have among all. */
function renamed(schema: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => renamed(part, names));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([field, value]) => {
      if (field === 'id' && typeof value === 'string') return [];
      const [, name] = field === '$ref' ? (/^#\/\$defs\/(.+)$/.exec(value as string) ?? []) : [];
      return [[field, name === undefined ? renamed(value, names) : `#/components/schemas/${names.get(name) ?? name}`]];
    }),
  );
}
