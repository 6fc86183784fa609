import type { Audit } from '../model/audit.ts';
import { type CivilDate, civilDate } from '../model/civil-date.ts';
import type { Ref } from '../model/evidence.ts';
import type { Plan, Unit } from '../model/plan.ts';
import type { Rulebook, RulebookGroup } from '../model/rulebook.ts';
import type { Verdict } from '../model/verdict.ts';

/** An invented district of nine units for the report's tests; one unit and one document are hostile. */
export const HOSTILE = `<script>alert("x")</script>'&<img src=x onerror=alert(1)>`;
const SITE = 'http://www.qinghe.example';

const unit = (id: string, name: string, kind: Unit['kind'], more: Partial<Unit> = {}): Unit => ({
  id,
  name,
  fullName: `青河区${name}`,
  aliases: [],
  kind,
  home: `${SITE}/${id}/`,
  enforcement: kind === 'department',
  columns: [
    {
      topic: 'guide',
      name: '公开指南',
      url: `${SITE}/${id}/guide/`,
      every: null,
      due: null,
      key: false,
      advise: false,
    },
  ],
  ...more,
});

export const PLAN: Plan = {
  district: '青河区',
  timeZone: 'Asia/Shanghai',
  rulebook: 'example',
  site: { home: SITE, cms: 'auto', hosts: ['www.qinghe.example'] },
  crawl: {
    contact: 'audit@qinghe.example',
    perHost: { inFlight: 2, minDelayMs: 500, maxDelayMs: 30_000 },
    hours: null,
    render: 'auto',
    fullEvery: 30,
    resolve: {},
    caps: { pageBytes: 1, fileBytes: 1, decompressedBytes: 1, redirects: 1, listPages: 1 },
  },
  models: {},
  units: [
    unit('sports', '区文体局', 'department'),
    unit('forest', '区园林局', 'department'),
    unit('water', '区水务局', 'department'),
    unit('school', '区实验学校', 'enterprise', { enforcement: false }),
    unit('archive', '区档案馆', 'department', { home: null, columns: [] }),
    unit('east', '东溪镇', 'town'),
    unit('west', '西岭镇', 'town'),
    unit('bridge', '石桥街道', 'subdistrict'),
    unit('hostile', HOSTILE, 'town'),
  ],
};

const group = (id: string, title: string, points: number, messages: string[]): RulebookGroup => ({
  id,
  title,
  points,
  advisory: false,
  messages,
  basis: [],
});

export const RULEBOOK: Rulebook = {
  id: 'example',
  title: '青河区政务公开工作考核办法',
  base: 15,
  coverageMax: 5,
  groups: [
    group('guide', '信息公开指南未按要求更新', 0.5, ['guide/missing', 'guide/stale']),
    group('annual-report', '信息公开年报内容或格式不符合要求', 0.5, ['annual-report/copied']),
    group('double-random', '双随机抽查信息公开不到位', 0.5, ['double-random/no-plan']),
    group('submissions', '工作信息报送未达标', 0.5, ['submissions/short']),
  ],
  params: {},
};

const ref = (url: string, offset: number, quote?: string): Ref => ({
  url,
  capturedAt: `2023-08-07T1${offset % 10}:05:00.000Z`,
  sha256: offset.toString(16).padStart(64, 'a1b2c3d4'),
  record: `evidence/20230807-0001.warc.gz#${offset * 7919}`,
  ...(quote === undefined ? {} : { quote }),
});

const REGULATION = '《中华人民共和国政府信息公开条例》';

function verdict(unitId: string, message: string, more: Partial<Verdict>): Verdict {
  const [check = '', name = null] = message.split('/');
  return {
    id: `${unitId}/${message}/${more.subject ?? '2023'}`,
    unit: unitId,
    check,
    topic: 'guide',
    column: `${SITE}/${unitId}/guide/`,
    subject: '2023',
    verdict: 'fail',
    message: name,
    advisory: false,
    state: 'defective',
    text: '',
    fix: null,
    basis: [{ document: REGULATION, clause: '第十二条' }],
    reason: null,
    evidence: [],
    ...more,
  };
}

const VERDICTS: Verdict[] = [
  verdict('forest', 'guide/stale', {
    text: '信息公开指南仍为2022年版本，页面最新日期为2022-03-15。',
    fix: '按现行机构职责和联系方式修订指南，于页面注明更新日期后重新发布。',
    evidence: [ref(`${SITE}/forest/guide/`, 1, '更新时间：2022-03-15')],
  }),
  verdict('forest', 'guide/duplicate', {
    advisory: true,
    text: '两个栏目各有一份指南，联系电话不一致。',
    fix: '保留一份指南，删除或改正另一份。',
    evidence: [
      ref(`${SITE}/forest/guide/`, 2, '联系电话：0000-1234567'),
      ref(`${SITE}/forest/about/`, 3, '0000-7654321'),
    ],
  }),
  verdict('water', 'double-random/no-plan', {
    topic: 'double-random',
    column: `${SITE}/water/random/`,
    text: '截至2023-08-08，双随机一公开栏目未发布2023年度抽查工作计划。',
    fix: '在该栏目发布本年度抽查工作计划，列明抽查事项、比例、对象和时间。',
    basis: [{ document: REGULATION, clause: '第二十条' }],
    evidence: Array.from({ length: 9 }, (_, page) =>
      ref(`${SITE}/water/random/index_${page + 1}.html`, 10 + page, `第${page + 1}页`),
    ),
  }),
  verdict('water', 'annual-report/copied', {
    topic: 'annual-report',
    column: `${SITE}/water/report/`,
    subject: '2022',
    text: '2022年度报告第一部分与上年度报告文字重复率为83%。',
    fix: '据实重写总体情况，写明当年工作和数据。',
    evidence: [ref(`${SITE}/water/report/2022.html`, 20, '一、总体情况'), ref(`${SITE}/water/report/2021.html`, 21)],
  }),
  verdict('water', 'privacy/id-number', {
    topic: 'other',
    alert: true,
    text: '公示名单中出现未遮盖的居民身份证号码。',
    fix: '立即撤下附件，遮盖号码后重新发布。',
    evidence: [ref(`${SITE}/water/list/7.html`, 22, '3702**********001X')],
  }),
  verdict('west', 'submissions/short', {
    topic: 'other',
    column: null,
    text: '本季度报送工作信息2篇，均不合格。',
    fix: '按月报送并保证稿件质量。',
    basis: [],
  }),
  verdict('hostile', 'guide/stale', {
    text: HOSTILE,
    fix: HOSTILE,
    basis: [{ document: HOSTILE, clause: HOSTILE }],
    column: 'javascript:alert(1)',
    evidence: [
      { ...ref('javascript:alert(document.domain)', 30, HOSTILE), record: HOSTILE },
      ref(`${SITE}/"onmouseover="alert(1)`, 31, '正常\u001b[31m'),
    ],
  }),
  verdict('bridge', 'guide/stale', {
    verdict: 'inconclusive',
    state: 'unreadable',
    reason: 'blocked',
    text: '指南页面返回访问拦截提示，未能判定是否更新。',
    evidence: [ref(`${SITE}/bridge/guide/`, 40)],
  }),
  verdict('bridge', 'blank-column', {
    verdict: 'inconclusive',
    topic: 'policy-docs',
    reason: 'blocked',
    text: '栏目未能读取。',
    evidence: [ref(`${SITE}/bridge/guide/`, 41)],
  }),
  verdict('bridge', 'leadership/stale', {
    verdict: 'inconclusive',
    topic: 'leadership',
    column: null,
    reason: 'no-register',
    text: '缺少人事台账，未能核对领导变动情况。',
  }),
  verdict('archive', 'guide', { verdict: 'inconclusive', column: null, reason: 'no-address', text: '网址待确认。' }),
  verdict('sports', 'guide/stale', { verdict: 'pass', state: 'conforming', text: '指南已更新。' }),
  verdict('school', 'double-random', {
    verdict: 'not-applicable',
    reason: 'no-enforcement',
    text: '该单位无行政执法权。',
  }),
];

const SCORES: readonly (readonly [unit: string, coverage: number, deducted: number, open: number])[] = [
  ['sports', 4.5, 0, 0],
  ['forest', 5, 0.5, 0],
  ['water', 4, 1, 0],
  ['school', 4.5, 0, 0],
  ['archive', 5, 0, 5],
  ['east', 4.5, 0, 0],
  ['west', 3.5, 0.5, 0],
  ['bridge', 4, 0, 1],
  ['hostile', 4, 0.5, 0],
];

export const AUDIT: Audit = {
  schema: 'xunjian.audit/1',
  district: '青河区',
  asOf: civilDate(2023, 8, 8) as CivilDate,
  period: '2023Q2',
  units: PLAN.units.map(({ id, name, kind }) => ({ id, name, kind })),
  run: { id: '20230807-01', startedAt: '2023-08-07T09:58:00.000Z', captures: 412, unreadable: 3 },
  verdicts: VERDICTS,
  deductions: [
    { unit: 'forest', group: 'guide', points: 0.5, verdicts: ['forest/guide/stale/2023'] },
    { unit: 'water', group: 'annual-report', points: 0.5, verdicts: ['water/annual-report/copied/2022'] },
    { unit: 'water', group: 'double-random', points: 0.5, verdicts: ['water/double-random/no-plan/2023'] },
    { unit: 'west', group: 'submissions', points: 0.5, verdicts: ['west/submissions/short/2023'] },
    { unit: 'hostile', group: 'guide', points: 0.5, verdicts: ['hostile/guide/stale/2023'] },
  ],
  scores: SCORES.map(([id, coverage, deducted, open]) => ({
    unit: id,
    base: 15,
    coverage,
    coverageFrom: id === 'archive' ? 'suggested' : 'register',
    deducted,
    total: 15 + coverage - deducted,
    open,
  })),
};
