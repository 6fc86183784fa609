import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { registerDesk } from './register-desk.ts';
import { upsertRows } from './upsert-rows.ts';

it('has its folder beside targets.yaml, and makes it with the first register', async () => {
  const home = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const targets = join(home, 'targets.yaml');
  copyFileSync(join(packageRoot(), 'targets.yaml'), targets);
  const desk = registerDesk({ targets, units: [] }, join(home, 'data'));
  expect(desk).toMatchObject({ folder: join(home, 'registers'), coverageMax: 5 });
  const [unit] = desk.plan.units;
  await upsertRows(desk, { id: 'coverage', rows: [{ unit: unit?.id ?? '', period: '2023Q2', score: '5' }] });
  expect(registerDesk({ targets, units: [] }, join(home, 'data')).folder).toBe(join(home, 'registers'));

  const named = join(home, 'tables');
  expect(() => registerDesk({ targets, units: [], registers: named }, home)).toThrow('台账目录不存在');
  mkdirSync(named);
  expect(registerDesk({ targets, units: [], registers: named }, home).folder).toBe(named);
});
