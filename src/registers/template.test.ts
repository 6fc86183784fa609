import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RegisterId } from '../model/register.ts';
import { registerDefinitions } from './definitions.ts';
import { loadRegisters } from './load.ts';
import { PLAN } from './plan.fixture.ts';
import { csvTemplate, xlsxTemplate } from './template.ts';

const definitions = registerDefinitions(PLAN);
const ids = Object.keys(definitions) as RegisterId[];
const TEMPLATES = { csv: csvTemplate, xlsx: xlsxTemplate };

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'templates-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe.each(['csv', 'xlsx'] as const)('the templates as %s', (format) => {
  it('are registers without rows', async () => {
    const dir = folder();
    for (const id of ids) writeFileSync(join(dir, `${id}.${format}`), await TEMPLATES[format](definitions[id]));
    expect(await loadRegisters(dir, PLAN)).toEqual(Object.fromEntries(ids.map((id) => [id, []])));
  });
});

describe('a workbook', () => {
  const open = async (id: RegisterId) => (await readXlsx(await xlsxTemplate(definitions[id]))).sheets;

  it('has a list for every closed column, and says what each column takes', async () => {
    const [register, notes] = await open('no-event');
    expect(register?.name).toBe('无事项说明台账');
    const lists = register?.dataValidations?.filter(({ type }) => type === 'list');
    expect(lists?.map(({ range, formula1 }) => [range, formula1])).toEqual([
      ['A2:A1000', "'填写说明'!$D$2:$D$3"],
      ['B2:B1000', expect.stringMatching(/^'填写说明'!\$E\$2:\$E\$\d+$/)],
    ]);
    expect(notes?.rows[1]?.slice(0, 4)).toEqual([
      '单位',
      expect.stringContaining('targets.yaml'),
      expect.anything(),
      '区司法局',
    ]);
    expect(register?.dataValidations?.map(({ inputTitle }) => inputTitle)).toEqual([
      '单位',
      '主题',
      '期间',
      '说明',
      '网址',
    ]);
  });

  it('that was filled in is read, month and all', async () => {
    const { sheets } = await readXlsx(await xlsxTemplate(definitions.submissions));
    const dir = folder();
    const [first, ...others] = sheets;
    const filled = await writeXlsx({
      sheets: [
        { name: first?.name ?? '', rows: [...(first?.rows ?? []), ['区统计局', '2023-04', '2', '1']] },
        ...others.map(({ name, rows }) => ({ name, rows })),
      ],
    });
    writeFileSync(join(dir, 'submissions.xlsx'), filled);
    const { submissions } = await loadRegisters(dir, PLAN);
    expect(submissions).toMatchObject([{ unit: 'tjj', month: { id: '2023-04' }, sent: 2, rejected: 1 }]);
  });
});

it('points of the year-end assessment may be below zero', async () => {
  const dir = folder();
  writeFileSync(
    join(dir, 'bonus.csv'),
    '单位,年度,事项,分值,理由\n区司法局,2023,（一）,－1.5,未落实\n区统计局,2023,（六）,+1,获推介\n',
  );
  const { bonus } = await loadRegisters(dir, PLAN);
  expect(bonus?.map(({ points }) => points)).toEqual([-1.5, 1]);
});
