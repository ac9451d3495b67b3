import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { MemoryStore } from '../store';
import { conformanceCase } from '../store/testing/conformanceCase';
import { manifest, resultBatch } from '../registers';
import { extensionQuery, queryBatch } from './protocol';
import { reconciliationService } from './service';

/**
 * Holds what the service answers to the published JSON Schemas of the Reconciliation Service API, and what is read of others to the
 * published examples: `npm run protocol -- FOLDER`, a folder with `schemas` and `examples`. Exits 1 where something does not hold.
 */
const folder = process.argv[2];
if (folder === undefined || !existsSync(join(folder, 'schemas'))) {
  process.stdout.write('Name a folder with the schemas and examples of the Reconciliation Service API.\n');
  process.exit(2);
}

const faults: string[] = [];
const service = reconciliationService(await MemoryStore.open(conformanceCase), { id: 'harbour', title: 'The harbour', version: '1' });
const answered = async (path: string, parameters: Record<string, string> = {}) => {
  const answer = await service({
    method: 'GET', address: 'http://127.0.0.1:4178/reconcile', path, parameters: new URLSearchParams(parameters),
  });
  return 'json' in answer ? answer.json : undefined;
};

await checkAnswers();
checkExamples();
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(faults.length === 0 ? 'All answers and examples hold.\n' : `${faults.length} do not hold.\n`);
process.exitCode = faults.length === 0 ? 0 : 1;

async function checkAnswers(): Promise<void> {
  const names = conformanceCase.entities.flatMap((e) => [e.name, ...(e.aliases ?? [])]);
  const queries = JSON.stringify(Object.fromEntries(names.map((query, i) => [`q${i}`, { query }])));
  const properties = (JSON.parse(JSON.stringify(await answered('/properties'))) as { properties: { id: string }[] }).properties;
  const settings = { status: 'all' };
  const extension = JSON.stringify({
    ids: conformanceCase.entities.map((e) => e.id), properties: properties.slice(0, 50).map(({ id }) => ({ id, settings })),
  });
  hold('manifest', await answered(''));
  hold('reconciliation-result-batch', await answered('', { queries }));
  hold('data-extension-response', await answered('', { extend: extension }));
  hold('data-extension-property-proposal', await answered('/properties', { type: 'company', limit: '5' }));
  hold('suggest-entities-response', await answered('/suggest/entity', { prefix: 'q' }));
  hold('suggest-types-response', await answered('/suggest/type', { prefix: '' }));
  hold('suggest-properties-response', await answered('/suggest/property', { prefix: '' }));
}

function hold(schema: string, answer: unknown): void {
  const valid = validator(schema);
  if (valid(answer)) process.stdout.write(`${schema}: our answer is valid\n`);
  else faults.push(`${schema}: ${JSON.stringify(valid.errors)}`);
}

function validator(name: string): ValidateFunction {
  const read = (file: string) => {
    // They name a draft that no validator knows.
    const { $schema: _, ...schema } = JSON.parse(readFileSync(join(folder!, 'schemas', file), 'utf8')) as Record<string, unknown>;
    return schema;
  };
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  for (const file of ['openapi.json', 'type.json']) ajv.addSchema(read(file));
  return ajv.compile(read(`${name}.json`));
}

/** What we take from clients and from other services: the examples that are valid are read, those of queries that are not are refused. */
function checkExamples(): void {
  const shapes = {
    manifest, 'reconciliation-query-batch': queryBatch, 'reconciliation-result-batch': resultBatch, 'data-extension-query': extensionQuery,
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const examples = join(folder!, 'examples', name);
    for (const kind of ['valid', 'invalid'].filter((k) => existsSync(join(examples, k))))
      for (const file of readdirSync(join(examples, kind))) {
        const read = shape.safeParse(JSON.parse(readFileSync(join(examples, kind, file), 'utf8')));
        // A manifest of another is read as far as it is needed.
        if (read.success !== (kind === 'valid') && !(name === 'manifest' && kind === 'invalid'))
          faults.push(`${name}/${kind}/${file}: ${read.success ? 'was read' : read.error.message}`);
      }
  }
}
