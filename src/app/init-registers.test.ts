import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../config/package-root.ts';
import { initRegisters } from './init-registers.ts';

const targets = join(packageRoot(), 'targets.yaml');
const REGISTERS = [
  'applications',
  'bonus',
  'coverage',
  'feedback',
  'holidays',
  'no-event',
  'personnel',
  'provincial-loss',
  'submissions',
  'tasks',
  'waivers',
];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'registers-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it('writes a template of each register, and of none that is there already under either extension', async () => {
  const dir = folder();
  const kept = '单位,季度,重点栏目保障得分\n区司法局,2023Q2,4\n';
  writeFileSync(join(dir, 'Coverage.CSV'), kept);
  const done = await initRegisters({ targets, registers: dir, format: 'xlsx' });
  expect(readdirSync(dir).sort()).toEqual(
    ['Coverage.CSV', ...REGISTERS.filter((id) => id !== 'coverage').map((id) => `${id}.xlsx`)].sort(),
  );
  expect(readFileSync(join(dir, 'Coverage.CSV'), 'utf8')).toBe(kept);
  expect(done.filter(({ isNew }) => !isNew)).toEqual([
    { file: join(dir, 'Coverage.CSV'), title: '重点栏目保障得分台账', isNew: false },
  ]);

  const before = readFileSync(join(dir, 'tasks.xlsx'));
  const again = await initRegisters({ targets, registers: dir, format: 'csv' });
  expect(again.every(({ isNew }) => !isNew)).toBe(true);
  expect(readFileSync(join(dir, 'tasks.xlsx'))).toEqual(before);
});

it('makes the folder where there is none', async () => {
  const dir = join(folder(), 'new', 'registers');
  await initRegisters({ targets, registers: dir, format: 'csv' });
  expect(readdirSync(dir).sort()).toEqual(REGISTERS.map((id) => `${id}.csv`));
});

it('says where it cannot write', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, '');
  await expect(initRegisters({ targets, registers: file, format: 'csv' })).rejects.toMatchObject({ exitCode: 5 });
});
