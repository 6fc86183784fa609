import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDistrict } from '../../demo/district.ts';
import { registersOf } from '../../demo/registers.ts';
import { targetsYaml } from '../../demo/targets.ts';
import { guideOf, monthsOf, smallDistrict } from '../../test/support/small-district.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import type { CivilDate } from '../model/civil-date.ts';
import { UserError } from '../model/user-error.ts';
import { inspection } from './compose.ts';
import { unitAgenda } from './unit-agenda.ts';

const day = (text: string): CivilDate => text as CivilDate;

describe('the agenda of a unit that is inspected', () => {
  const GUIDE = '/yi/guide/';
  const agendaOn = (district: Awaited<ReturnType<typeof smallDistrict>>, today: string) =>
    unitAgenda({ files: { targets: district.targets }, data: district.data, unit: 'yi', today: day(today), days: 60 });
  const rows = async (...args: Parameters<typeof agendaOn>) =>
    (await agendaOn(...args)).items.map(({ due, state, overdue, points, title }) => [
      due,
      state,
      overdue,
      points,
      title,
    ]);
  const JUNE = '在“统计数据”栏目公开2023年6月信息';
  const JULY = '在“统计数据”栏目公开2023年7月信息';
  const AUGUST = '在“统计数据”栏目公开2023年8月信息';
  const AHEAD = [
    ['2023-08-28', 'open', false, 0.5, JULY],
    ['2023-09-28', 'open', false, 0.5, AUGUST],
  ];

  it('goes by the plan alone before any audit', async () => {
    const district = await smallDistrict();
    expect(await agendaOn(district, '2023-08-08')).toMatchObject({
      ...{ unit: { id: 'yi', name: '乙局' }, today: '2023-08-08', until: '2023-10-07', audit: null },
      withoutRegisters: ['tasks', 'applications', 'feedback'],
    });
    expect(await rows(district, '2023-08-08')).toEqual(AHEAD);
  });

  it('says what the night’s audits of both quarters found, and what inspectors made of it', async () => {
    const district = await smallDistrict();
    district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5), [GUIDE]: guideOf('yi', '2022-03-01') });
    await district.night('2023-08-08', { period: '2023Q2' });
    await district.audit('2023-08-08', { period: '2023Q3' });
    const found = [
      ['2023-03-31', 'open', true, 0.5, '在“信息公开指南”栏目更新2023年信息公开指南'],
      ['2023-07-28', 'open', true, 0.5, JUNE],
    ];
    const { audit, items } = await agendaOn(district, '2023-08-08');
    expect(audit).toEqual({ asOf: '2023-08-08', period: '2023Q3' });
    expect(await rows(district, '2023-08-08')).toEqual([...found, ...AHEAD]);
    const finding = items[1]?.finding ?? '';
    expect(finding).toBe('yi/periodic/overdue/statistics/2023-06');

    const { decisions, close } = await inspection(district.data);
    const by = { at: '2023-08-08T08:00:00.000Z', by: '1', byName: '某甲' };
    const decided = { ...by, period: '2023Q2', unit: 'yi' };
    const reason = '系统迁移';
    await decisions.make([
      {
        ...{ ...decided, finding, kind: 'rejected', points: null, reason, on: day('2023-08-08'), seen: 0 },
        entry: { ...decided, role: 'inspector', action: 'decide', subject: finding, before: null, after: reason },
      },
    ]);
    await close();
    expect((await rows(district, '2023-08-08')).map(([due]) => due)).toEqual([
      '2023-03-31',
      '2023-08-28',
      '2023-09-28',
    ]);
  });

  it('does not say of what could not be read that it is overdue', async () => {
    const district = await smallDistrict();
    district.serve({ '/robots.txt': '', '/yi/tj/': 503, [GUIDE]: 503 });
    await district.night('2023-08-08', { period: '2023Q2' });
    const { items } = await agendaOn(district, '2023-08-08');
    expect(items.map(({ due, state, overdue }) => [due, state, overdue])).toEqual([
      ['2023-03-31', 'unknown', false],
      ['2023-05-30', 'unknown', false],
      ['2023-06-29', 'unknown', false],
      ['2023-07-28', 'unknown', false],
      ['2023-08-28', 'open', false],
      ['2023-09-28', 'open', false],
    ]);
  });

  it('has the bulletin’s deadline, and counts what was seen of its items since', async () => {
    const district = await smallDistrict();
    for (const unit of ['jia', 'yi', 'bing']) district.serve({ [`/${unit}/guide/`]: guideOf(unit, '2022-03-01') });
    district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3, 4, 5) });
    await district.night('2023-08-08', { period: '2023Q2' });
    await district.publish('2023-08-10', '2023-08-31');
    const told = async (today: string) =>
      (await agendaOn(district, today)).items.filter(({ kind }) => kind === 'rectification');
    expect(await told('2023-08-10')).toMatchObject([
      {
        due: '2023-08-31',
        state: 'open',
        title: expect.stringMatching(/^整改2023年第二季度通报所列问题（共2项，待复查2项）$/),
      },
    ]);
    district.serve({ [GUIDE]: guideOf('yi', '2023-08-11') });
    await district.night('2023-08-12');
    expect(await told('2023-08-12')).toMatchObject([
      { title: expect.stringMatching(/（共2项，已整改1项，未整改1项）$/) },
    ]);
    district.serve(monthsOf(1, 2, 3, 4, 5, 6, 7));
    await district.night('2023-08-14');
    expect(await told('2023-08-14')).toMatchObject([
      { state: 'filled', title: expect.stringMatching(/（共2项，已整改2项）$/) },
    ]);
  });
});

describe('the demonstration district’s quarter', () => {
  const ORIGIN = 'http://linzi.localhost:8666';

  /** Its targets and registers, with rows of the test's own. */
  function demonstration(more: Readonly<Record<string, string>> = {}) {
    const folder = temporaryFolder();
    const district = buildDistrict();
    mkdirSync(join(folder, 'registers'));
    writeFileSync(join(folder, 'targets.yaml'), targetsYaml(district, 8666));
    for (const [name, csv] of Object.entries(registersOf(district, ORIGIN)))
      writeFileSync(join(folder, 'registers', name), csv + (more[name] ?? ''));
    return (unit: string, today: string, days = 60) =>
      unitAgenda({
        files: { targets: join(folder, 'targets.yaml') },
        data: join(folder, 'snapshots'),
        ...{ unit, today: day(today), days },
      });
  }

  it('is ahead of the units on 8 August 2023', async () => {
    const agenda = demonstration({
      'tasks.csv': '区司法局,报送整改报告,2023-08-31,,1\r\n',
      'applications.csv': '区司法局,2023-07-20,网上,2023-08-01,\r\n',
    });
    const { items, withoutRegisters } = await agenda('区司法局', '2023-08-08');
    expect(withoutRegisters).toEqual([]);
    expect(items.map(({ due, kind, overdue, points, title }) => [due, kind, overdue, points, title])).toEqual([
      ['2023-05-11', 'rectification', true, 0.5, '反馈2023年第一季度通报问题的整改情况'],
      ['2023-08-28', 'periodic', false, 0.5, '在“法律援助”栏目公开2023年7月信息'],
      ['2023-08-31', 'task', false, 0, '完成任务“报送整改报告”'],
      ['2023-09-14', 'application', false, 0, '答复2023-07-20收到的政府信息公开申请（网上）'],
      ['2023-09-28', 'periodic', false, 0.5, '在“法律援助”栏目公开2023年8月信息'],
    ]);
    // What the bulletin only pointed out costs nothing here either.
    const air = (await agenda('临淄生态环境分局', '2023-08-08')).items.filter(({ topic }) => topic === 'air-quality');
    expect(air.map(({ due, points }) => [due, points])).toEqual([
      ['2023-08-28', 0],
      ['2023-09-28', 0],
    ]);
  });

  it('begins with the year’s own: guide, report, plan and results', async () => {
    const { items } = await demonstration()('区司法局', '2023-01-20', 75);
    expect(
      items.filter(({ kind }) => kind !== 'periodic').map(({ due, points, title }) => [due, points, title]),
    ).toEqual([
      ['2023-01-31', 0.5, '在“信息公开年报”栏目公开2022年政府信息公开工作年度报告'],
      ['2023-03-31', 0.5, expect.stringMatching(/栏目更新2023年信息公开指南$/)],
      ['2023-03-31', 0, '在“双随机一公开”栏目公开2023年度抽查工作计划'],
      ['2023-03-31', 0.5, '在“双随机一公开”栏目公开2022年度抽查情况和查处结果'],
    ]);
  });

  it('names a unit that it does not know', async () => {
    await expect(demonstration()('区天文局', '2023-08-08')).rejects.toThrow(UserError);
  });
});
