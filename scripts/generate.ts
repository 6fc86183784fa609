// Writes the JSON Schemas in schema/ from the program's own types; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { packageRoot } from '../src/config/package-root.ts';
import { rulebookSchema } from '../src/config/rulebook-schema.ts';
import { targetsSchema } from '../src/config/targets-schema.ts';
import { auditSchema } from '../src/report/audit-schema.ts';

/** Each describes what stands in the file: `io: 'input'` is the form before defaults and conversions. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'targets.schema.json': targetsSchema,
  'rulebook.schema.json': rulebookSchema,
  'audit.schema.json': auditSchema,
};

// Editors' YAML plug-ins read draft 7 best.
const jsonOf = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`;

function currentText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

const checkOnly = process.argv.includes('--check');
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = join(packageRoot(), 'schema', name);
  const text = jsonOf(schema);
  if (currentText(file) === text) continue;
  if (checkOnly) {
    console.error(`schema/${name} is not current: run npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`schema/${name} written`);
  }
}
