import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageRoot } from '../config/package-root.ts';
import type { Audit } from '../model/audit.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { inspection } from './compose.ts';
import { yearOfDistrict } from './year-scores.ts';

const targets = join(packageRoot(), 'targets.yaml');

function folders(): { data: string; registers: string } {
  const root = mkdtempSync(join(tmpdir(), 'year-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const made = { data: join(root, 'data'), registers: join(root, 'registers') };
  mkdirSync(made.registers);
  return made;
}

const auditOf = (period: string, asOf: string, total: number): Audit => ({
  schema: 'xunjian.audit/1',
  district: '临淄区',
  asOf: asOf as CivilDate,
  period,
  units: [{ id: 'lzqsfj', name: '区司法局', kind: 'department' }],
  run: { id: 'r', startedAt: `${asOf}T00:00:00Z`, captures: 0, unreadable: 0 },
  verdicts: [],
  deductions: [],
  scores: [{ unit: 'lzqsfj', base: 15, coverage: 5, coverageFrom: 'register', deducted: 20 - total, total, open: 0 }],
});

it('reckons a year out of the quarters on record and the bonus register', async () => {
  const { data, registers } = folders();
  const { quarters, close } = await inspection(data);
  await quarters.keep(auditOf('2023Q1', '2023-05-08', 18));
  await quarters.keep(auditOf('2023Q2', '2023-08-08', 16.5));
  await close();
  writeFileSync(join(registers, 'bonus.csv'), '单位,年度,事项,分值,理由\n区司法局,2023,（一）,-1,未落实\n');
  const files = { targets, registers, units: ['区司法局'] };
  const { cards, names } = await yearOfDistrict({ files, data, year: 2023 });
  expect(names.get('lzqsfj')).toBe('区司法局');
  expect(cards).toMatchObject([{ unit: 'lzqsfj', daily: 69, yearEnd: 19, total: null, uncounted: [] }]);
  expect(cards[0]?.quarters.map(({ state }) => state)).toEqual(['scored', 'scored', 'missing', 'missing']);
});

it('says so where the rulebook knows no year', async () => {
  const { data, registers } = folders();
  const rulebook = join(registers, '..', 'ours.yaml');
  writeFileSync(
    rulebook,
    'version: 1\nid: ours\ntitle: 示例\nbase: 15\ncoverageMax: 5\ngroups:\n  - { id: guide, title: 指南, points: 0.5, messages: [guide/stale], basis: [{ document: 示例, clause: 第一条 }] }\n',
  );
  const files = { targets, registers, rulebook, units: [] };
  await expect(yearOfDistrict({ files, data, year: 2023 })).rejects.toMatchObject({ exitCode: 2 });
});
