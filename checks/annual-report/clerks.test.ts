import { describe, it } from 'vitest';
import { type CheckCase, type ExpectedVerdict, listPage, type Page, testCheck } from '../testing.ts';
import annualReport from './check.ts';
import { CONTACT, OTHER, PARTS, type ReportPage, reportPage, TELLINGS } from './report-page.fixture.ts';

const UNIT = '临淄区测试局';
const column = { topic: 'annual-report', url: '/reports/', name: '信息公开年报' } as const;
const pass: ExpectedVerdict = { verdict: 'pass', subject: '2022' };
const fail = (message: string, says = '', advisory = false): ExpectedVerdict => ({
  ...{ verdict: 'fail', message, subject: '2022', advisory, says },
});

/** The report on 2022 as a clerk published it, and none before it. */
function published(
  name: string,
  report: Partial<ReportPage> & { readonly page?: Page },
  expect: readonly ExpectedVerdict[],
  unit: CheckCase['unit'] = {},
): CheckCase {
  const title = report.title ?? `${report.unit ?? UNIT}2022年政府信息公开工作年度报告`;
  return {
    name,
    asOf: '2023-08-08',
    columns: [column],
    unit,
    pages: {
      '/reports/': listPage([{ title, url: '/reports/doc_1.html', date: report.date ?? '2023-01-16' }]),
      '/reports/doc_1.html': report.page ?? reportPage({ year: 2022, ...report }),
    },
    expect,
  };
}
const headed = (headings: readonly string[]): string =>
  PARTS.reduce(
    (page, part, i) => page.replace(`<strong>${part}</strong>`, `<strong>${headings[i]}</strong>`),
    reportPage({ year: 2022 }),
  );
const numbered = (number: (i: number) => string): readonly string[] =>
  PARTS.map((part, i) => number(i) + part.slice(2));

const headings = [
  numbered((i) => `（${'一二三四五六'[i]}）`),
  numbered((i) => `${i + 1}.`),
  numbered((i) => `第${'一二三四五六'[i]}部分 `),
  numbered(() => ''),
  [
    '一、工作总体情况',
    '二、行政机关主动公开政府信息情况',
    '三、行政机关收到和处理政府信息公开申请情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '五、存在的问题及下一步改进措施',
    '六、其它需要报告事项',
  ],
].map((own) => published(`parts headed ${own[0]} … ${own[5]}`, { page: headed(own) }, [pass]));

const contact: readonly CheckCase[] = [
  published('contact at the end', { contact: '', other: [...OTHER, CONTACT(UNIT)] }, [pass]),
  published('contact within part one', { contact: '', general: [...TELLINGS[0], CONTACT(UNIT)] }, [pass]),
  published(
    'desks and hotlines of part one are no contact',
    { contact: '', general: ['查阅点地点位于便民服务大厅东侧，咨询电话12345。', ...TELLINGS[0]] },
    [fail('no-contact', '地址、邮编、电话、邮箱'), pass],
  ),
];

const names: readonly CheckCase[] = [
  published(
    'the opening names another unit as author',
    { page: reportPage({ year: 2022 }).replace(`本报告由${UNIT}`, '本报告由临淄区水利局') },
    [fail('wrong-unit', '本报告由临淄区水利局'), pass],
  ),
  published(
    'the opening names an office above',
    { page: reportPage({ year: 2022 }).replace(`本报告由${UNIT}`, '本报告由临淄区人民政府办公室') },
    [pass],
  ),
  published('a unit by an older name of its own', { unit: '临淄区试验管理局' }, [pass], {
    aliases: ['临淄区试验管理局'],
  }),
  published(
    'the statistics are of another year',
    { page: reportPage({ year: 2022 }).replace('自2022年1月1日起，至2022年', '自2021年1月1日起，至2021年') },
    [fail('wrong-year', '统计期限写为2021年'), pass],
  ),
  published('what the form has in brackets', { general: ['可登录（具体网址）查阅。', ...TELLINGS[0]] }, [
    fail('placeholder', '（具体网址）'),
    pass,
  ]),
];

const six: readonly CheckCase[] = [
  published('without key tasks, new ways told at length', { other: [OTHER[0] ?? '', OTHER[2] ?? ''] }, [
    fail('part-six', '年度工作要点落实情况'),
    pass,
  ]),
  published(
    'of something in words of its own',
    { other: ['2022年未收取费用。', '全年围绕企业群众所盼，把惠企政策送到车间地头，累计服务八百余人次。'] },
    [fail('part-six', '', true), pass],
  ),
];

const government = { name: '区政府', fullName: '临淄区人民政府' } as const;
const dates: readonly CheckCase[] = [
  published('the district, in March', { unit: government.fullName, date: '2023-03-31' }, [pass], government),
  published(
    'the district, in April',
    { unit: government.fullName, date: '2023-04-01' },
    [fail('late', '2023-03-31'), pass],
    government,
  ),
  published(
    'the district’s report in its office’s column',
    { title: '临淄区2022年政府信息公开工作年度报告', unit: '临淄区人民政府办公室', date: '2023-03-20' },
    [pass],
    { name: '区政府办公室', fullName: '临淄区人民政府办公室' },
  ),
  published('a town is not the district', { unit: '临淄区测试镇人民政府', date: '2023-03-20' }, [fail('late'), pass], {
    kind: 'town',
    name: '测试镇',
    fullName: '临淄区测试镇人民政府',
  }),
];

describe.each([
  ['headings', headings],
  ['contact', contact],
  ['names and years', names],
  ['part six', six],
  ['the government', dates],
])('as clerks publish it: %s', (_, cases) => {
  it.each(cases)('$name', (one) => testCheck(annualReport, [one]));
});
