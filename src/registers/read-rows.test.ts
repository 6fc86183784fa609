import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registerDefinitions } from './definitions.ts';
import { PLAN } from './plan.fixture.ts';
import { readCsv } from './read-csv.ts';
import { readRows } from './read-rows.ts';

const { waivers } = registerDefinitions(PLAN);
const HEADER = '单位,检查项,对象,有效期至,批准人,理由';

const cell = fc.oneof(
  fc.constantFrom('sfj', '区统计局', '区财政局', '2023-12-31', '', ' ', '无'),
  fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => `"${text.replaceAll('"', '""')}"`),
);
const line = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(','));

it('loses no row: each that has any text is read, or is told by its line', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const sheet = readCsv(new TextEncoder().encode([HEADER, ...lines].join('\n')), 'waivers.csv');
      const { rows, problems } = readRows(waivers, sheet, 'waivers.csv');
      const filled = sheet.slice(1).filter(({ cells }) => cells.some((text) => text.trim() !== ''));
      const told = new Set(problems.map(({ place }) => place.line));
      const untold = filled.filter(({ line }) => !told.has(line));
      expect(rows.length).toBeGreaterThanOrEqual(untold.length);
      expect(rows.length + told.size).toBeGreaterThanOrEqual(filled.length);
      expect([...told].every((line) => filled.some((row) => row.line === line))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
