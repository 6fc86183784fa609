import { describe, expect, it } from 'vitest';
import type { Audit } from '../model/audit.ts';
import { buildReport } from './build-report.ts';
import { AUDIT, PLAN, RULEBOOK } from './report.fixture.ts';

const build = (audit: Audit = AUDIT) => buildReport({ audit, unread: [], rulebook: RULEBOOK, plan: PLAN });
const report = build();
const unit = (id: string) => report.units.find((one) => one.id === id);

describe('the report', () => {
  it('ranks departments with enterprises and towns with subdistricts, ties in the order of targets.yaml', () => {
    expect(report.rankings.map(({ rows }) => rows.map((row) => [row.place, row.unit, row.score.total]))).toEqual([
      [
        [1, 'sports', 19.5],
        [2, 'forest', 19.5],
        [3, 'school', 19.5],
        [4, 'water', 18],
        [null, 'archive', 20],
      ],
      [
        [1, 'east', 19.5],
        [2, 'bridge', 19],
        [3, 'hostile', 18.5],
        [4, 'west', 18],
      ],
    ]);
  });
  it('leaves out a table without units', () => {
    const units = AUDIT.units.filter(({ kind }) => kind === 'town');
    expect(build({ ...AUDIT, units }).rankings.map(({ title }) => title)).toEqual(['镇、街道得分']);
  });
  it('puts what costs points under its deduction and all other findings under advisories, alerts first', () => {
    expect(unit('water')?.charges.map(({ title, points }) => [title, points])).toEqual([
      ['信息公开年报内容或格式不符合要求', 0.5],
      ['双随机抽查信息公开不到位', 0.5],
    ]);
    expect(unit('water')?.advisories.map(({ alert }) => alert)).toEqual([true]);
    expect(unit('forest')?.charges[0]?.findings[0]?.column).toEqual({
      name: '公开指南',
      url: 'http://www.qinghe.example/forest/guide/',
    });
    expect(unit('forest')?.advisories).toHaveLength(1);
  });
  it('sums the quarter up', () => {
    expect(report.summary).toMatchObject({
      units: 9,
      verdicts: { pass: 1, fail: 7, inconclusive: 4, 'not-applicable': 1 },
      deductions: 5,
      points: 2.5,
      advisories: 2,
      alerts: 1,
      open: 6,
    });
    expect(report.summary.groups[0]).toEqual({ title: '信息公开指南未按要求更新', units: 2, points: 1 });
  });
  it('lists a page that stopped two checks once, with both topics and the last attempt', () => {
    expect(report.unread).toEqual([
      {
        id: 'bridge',
        name: '石桥街道',
        reasons: [
          {
            title: '网站拦截了访问',
            items: [
              {
                url: 'http://www.qinghe.example/bridge/guide/',
                topics: ['信息公开指南', '政策文件'],
                texts: ['指南页面返回访问拦截提示，未能判定是否更新。', '栏目未能读取。'],
                capturedAt: '2023-08-07T11:05:00.000Z',
              },
            ],
          },
          {
            title: '缺少所需台账',
            items: [
              { url: null, topics: ['领导分工'], texts: ['缺少人事台账，未能核对领导变动情况。'], capturedAt: null },
            ],
          },
        ],
      },
    ]);
    expect(report.withoutAddress).toEqual(['区档案馆']);
  });
  it('lists what no verdict speaks of too, each part once', () => {
    const part = {
      ...({ unit: 'east', topic: 'annual-report', why: 'unparsed', capturedAt: null } as const),
      url: 'http://www.qinghe.example/east/report/#inline-3',
      text: '《2019年年报》没有可识别的正文',
    };
    const known = { ...part, unit: 'bridge', url: 'http://www.qinghe.example/bridge/guide/' };
    const { unread } = buildReport({ audit: AUDIT, unread: [part, part, known], rulebook: RULEBOOK, plan: PLAN });
    expect(unread.find(({ id }) => id === 'east')?.reasons).toEqual([
      {
        title: '页面内容无法识别',
        items: [{ url: part.url, topics: ['信息公开年报'], texts: [part.text], capturedAt: null }],
      },
    ]);
    expect(unread.find(({ id }) => id === 'bridge')).toEqual(report.unread[0]);
  });
  it('names a deduction that rests on a register alone', () => {
    const lost = { unit: 'east', group: 'provincial-loss', points: 19.5, verdicts: [] };
    const charges = build({ ...AUDIT, deductions: [lost] }).units.find(({ id }) => id === 'east')?.charges;
    expect(charges).toEqual([{ title: '省级考核扣分，扣减当季全部得分', points: 19.5, findings: [] }]);
  });
  it('attaches a screenshot to the record it belongs to', () => {
    const record = AUDIT.verdicts[0]?.evidence[0]?.record ?? '';
    const pictures = new Map([[record, 'data:image/png;base64,AAAA']]);
    const { units } = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN, pictures });
    const shown = units.flatMap(({ charges }) =>
      charges.flatMap(({ findings }) => findings.flatMap((f) => f.evidence)),
    );
    expect(shown.filter(({ picture }) => picture !== null).map((one) => one.record)).toEqual([record]);
  });
  it('counts a unit whose home is known but none of its columns as not inspected', () => {
    const units = PLAN.units.map((unit) => (unit.id === 'water' ? { ...unit, columns: [] } : unit));
    const found = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: { ...PLAN, units } });
    expect(found.withoutAddress).toContain('区水务局');
    expect(found.units.find(({ id }) => id === 'water')).toMatchObject({ inspected: false });
  });
  it('knows a unit that targets.yaml no longer names', () => {
    const plan = { ...PLAN, units: PLAN.units.filter(({ id }) => id !== 'water') };
    const { units, withoutAddress } = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan });
    expect(units.find(({ id }) => id === 'water')).toMatchObject({ name: '区水务局', inspected: true });
    expect(withoutAddress).toEqual(['区档案馆']);
  });
});
