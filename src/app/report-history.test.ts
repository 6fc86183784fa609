import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import type { Audit } from '../model/audit.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { inspection } from './compose.ts';
import { reportHistory } from './report-history.ts';

const auditOf = (period: string, asOf: string, total: number): Audit => ({
  schema: 'xunjian.audit/1',
  district: '示例区',
  asOf: asOf as CivilDate,
  period,
  units: [{ id: 'sfj', name: '区司法局', kind: 'department' }],
  run: { id: period, startedAt: `${asOf}T00:00:00Z`, captures: 0, unreadable: 0 },
  verdicts: [],
  deductions: [],
  scores: [{ unit: 'sfj', base: 15, coverage: 5, coverageFrom: 'register', deducted: 20 - total, total, open: 0 }],
});

it('shows the quarter of the report as its audit has it, whatever was proposed or published before', async () => {
  const data = temporaryFolder();
  const { quarters, bulletins, close } = await inspection(data);
  await quarters.keep(auditOf('2023Q1', '2023-05-08', 18));
  await quarters.keep(auditOf('2023Q2', '2023-08-08', 16.5));
  await quarters.keep(auditOf('2023Q3', '2023-08-09', 20));
  const registers = { submissions: null, feedback: null };
  const totals = async (decided: Audit) =>
    (await reportHistory(data, decided, registers)).quarters.map(({ period, scores }) => [period, scores[0]?.total]);
  const decided = auditOf('2023Q2', '2023-08-08', 19.5);
  const told = [
    ['2023Q1', 18],
    ['2023Q2', 19.5],
  ];
  expect(await totals(decided)).toEqual(told);
  const days = { publishedOn: '2023-08-08' as CivilDate, rectifyBy: '2023-08-11' as CivilDate };
  await bulletins.publish({ audit: auditOf('2023Q2', '2023-08-08', 17), ...days });
  expect(await totals(decided)).toEqual(told);
  await close();
});
