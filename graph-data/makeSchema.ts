import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  caseFile, dataset, entityTypes, relationshipTypeIds, relationshipType, storyFile,
  type EntityType, type RelationshipType,
} from '../src/model';

/**
 * Writes the JSON Schemas (draft 2020-12) of a dataset, a case and a story, from the zod
 * schemas; with `--check` writes nothing and exits 1 where a file is not current. Only what zod checks beyond a shape stays out of it:
 * that a day exists, that ids are unique and that what is cited is there; `throughline validate` checks those.
 */
const SCHEMAS = { 'dataset.schema.json': dataset, 'case.schema.json': caseFile, 'story.schema.json': storyFile };

/** What an editor shows beside each type while completing: "A owns B (ownership)". */
function typeDescription(id: string): string | undefined {
  if (id in entityTypes) return entityTypes[id as EntityType].label;
  if (!(relationshipTypeIds as string[]).includes(id)) return undefined;
  const { verb, inverse, family } = relationshipType(id as RelationshipType);
  return `A ${verb} B; B ${inverse} A (${family})`;
}

function schemaText(zodSchemaOfFile: z.ZodType): string {
  const schema = z.toJSONSchema(zodSchemaOfFile, {
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

for (const [name, schema] of Object.entries(SCHEMAS)) {
  const target = fileURLToPath(new URL(name, import.meta.url));
  const text = schemaText(schema);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error(`graph-data/${name} is not current; run: npm run schema`);
    process.exitCode = 1;
  }
}
