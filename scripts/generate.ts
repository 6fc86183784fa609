// Writes the JSON Schemas in schema/ from the program's own types, the API's document from its routes, docs/checks.md from the checks, and the list of
// certain errors as a module, since a check reads no files; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';
import { z } from 'zod';
import { entrySchema } from '../checks/wording/entry.ts';
import { consoleSettingsSchema } from '../src/config/console-settings-schema.ts';
import { packageRoot } from '../src/config/package-root.ts';
import { rulebookSchema } from '../src/config/rulebook-schema.ts';
import { targetsSchema } from '../src/config/targets-schema.ts';
import { workPlanSchema } from '../src/config/work-plan-schema.ts';
import { auditSchema } from '../src/report/audit-schema.ts';
import { apiDocument } from '../src/web/api/document.ts';
import { apiRoutes } from '../src/web/api/index.ts';
import { checksPage } from './generate/checks-page.ts';

/** Each describes what stands in the file: `io: 'input'` is the form before defaults and conversions. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  'targets.schema.json': targetsSchema,
  'rulebook.schema.json': rulebookSchema,
  'plan.schema.json': workPlanSchema,
  'console.schema.json': consoleSettingsSchema,
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

const WORDS = 'checks/wording/certain-errors';
const listSchema = z.strictObject({
  version: z.string(),
  entries: z.array(entrySchema.safeExtend({ example: z.string() })),
});

/** Examples stay where people read them. */
function wordsModule(): string {
  const { version, entries } = listSchema.parse(parse(readFileSync(join(packageRoot(), `${WORDS}.yaml`), 'utf8')));
  const text = (words: string): string => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const rows = entries.map(
    ({ wrong, right, except }) =>
      `  { wrong: ${text(wrong)}, right: ${text(right)}, except: [${except.map(text).join(', ')}] },`,
  );
  return [
    '// biome-ignore-all format: written by npm run generate from certain-errors.yaml; edit that.',
    "import type { Entry } from './entry.ts';",
    '',
    `/** Version ${version}. */`,
    'export const CERTAIN_ERRORS: readonly Entry[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

const outputs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [`schema/${name}`, jsonOf(schema)])),
  'schema/openapi.json': `${JSON.stringify(apiDocument(apiRoutes, null), null, 2)}\n`,
  [`${WORDS}.ts`]: wordsModule(),
  'docs/checks.md': checksPage(),
};

const checkOnly = process.argv.includes('--check');
for (const [name, text] of Object.entries(outputs)) {
  const file = join(packageRoot(), name);
  if (currentText(file) === text) continue;
  if (checkOnly) {
    console.error(`${name} is not current: run npm run generate`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`${name} written`);
  }
}
