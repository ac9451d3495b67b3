import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { dataset, entityTypes, relationshipTypeIds, relationshipType, type EntityType, type RelationshipType } from '../src/model';

/**
 * Writes `dataset.schema.json`, the JSON Schema (draft 2020-12) of a dataset, from the zod schema; with `--check`
 * writes nothing and exits 1 where the file is not current. Only what zod checks beyond a shape stays out of it:
 * that a day exists, that ids are unique and that what is cited is there; `throughline validate` checks those.
 */
const target = fileURLToPath(new URL('dataset.schema.json', import.meta.url));

/** What an editor shows beside each type while completing: "A owns B (ownership)". */
function typeDescription(id: string): string | undefined {
  if (id in entityTypes) return entityTypes[id as EntityType].label;
  if (!(relationshipTypeIds as string[]).includes(id)) return undefined;
  const { verb, inverse, family } = relationshipType(id as RelationshipType);
  return `A ${verb} B; B ${inverse} A (${family})`;
}

function schemaText(): string {
  const schema = z.toJSONSchema(dataset, {
    target: 'draft-2020-12',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'enum') {
        const described = (jsonSchema.enum as string[]).map(typeDescription);
        if (described.every((d) => d !== undefined)) jsonSchema.enumDescriptions = described;
      }
      if (jsonSchema.format === 'uri') jsonSchema.pattern = '^https?://';
    },
  });
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const text = schemaText();
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('graph-data/dataset.schema.json is not current; run: npm run schema');
    process.exitCode = 1;
  }
} else {
  writeFileSync(target, text);
}
