import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { openApi } from '../http';

const description = openApi({ version: '0', guarded: false }) as { paths: Record<string, unknown> };
const ajv = new Ajv2020({ strict: false, allErrors: false });
addFormats.default(ajv);
ajv.addSchema(description, 'api');

const validators = new Map<string, ValidateFunction>();

/** What is wrong with an answer, or with a question that is answered, by the server's own description; nothing where they are valid. */
export function wrongByOpenApi(path: string, asked: unknown, status: number, answered: unknown): string[] {
  const operation = `/paths/${path.replaceAll('/', '~1')}/post`;
  const schema = 'content/application~1json/schema';
  return [
    ...(status === 200 ? errorsOf(`${operation}/requestBody/${schema}`, asked) : []),
    ...errorsOf(`${operation}/responses/${status}/${schema}`, answered),
  ];
}

function errorsOf(pointer: string, value: unknown): string[] {
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
  validators.set(pointer, validate);
  return validate(JSON.parse(JSON.stringify(value))) ? [] : [`${pointer}: ${ajv.errorsText(validate.errors)}`];
}
