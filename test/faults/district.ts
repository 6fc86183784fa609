import { articlePage, listPage, paragraphs, table } from '../../checks/test-pages.ts';
import { checksFor } from '../../src/app/checks-for.ts';
import { evidenceLookup, storedData } from '../../src/app/compose.ts';
import { auditUnit } from '../../src/audit/runner.ts';
import { workCalendar } from '../../src/calendar/work-calendar.ts';
import { loadRulebook } from '../../src/config/rulebook.ts';
import { HOST, planFor } from '../../src/crawl/site.fixture.ts';
import { walkColumn } from '../../src/extract/walk.ts';
import { parseCivilDate } from '../../src/model/civil-date.ts';
import { parsePeriod } from '../../src/model/period.ts';
import type { Column, Plan, Unit } from '../../src/model/plan.ts';
import { NO_REGISTERS } from '../../src/model/register.ts';
import type { Topic } from '../../src/model/topic.ts';
import type { Verdict } from '../../src/model/verdict.ts';

const A = '/gongkai/site_qjtj/';
const B = '/gongkai/site_qslj/';
const figures = (month: number): string =>
  articlePage({
    title: `2023年${month}月全区公路养护统计数据`,
    date: `2023-0${month + 1}-08`,
    body: paragraphs(`2023年${month}月，全区完成公路养护里程${month * 7}公里，处理路面病害${month * 11}处。`.repeat(8)),
  });
const policy = (title: string, number: string, file: string): string =>
  articlePage({
    title,
    date: '2023-04-12',
    metadata: {
      索引号: '11370305MB2023/2023-00017',
      发布机构: '区交通局',
      文号: number,
      成文日期: '2023-04-10',
      发布日期: '2023-04-12',
      主题分类: '交通',
      有效性: '有效',
    },
    body: paragraphs('各科室、各直属单位：现将有关事项通知如下，请结合实际认真贯彻执行。'.repeat(12)),
    files: [{ name: '附件1.任务分工.txt', url: file }],
  });

/** Two units: much is published and some is missing, so that a fault has both to forgive and to make worse. */
export const PAGES: Readonly<Record<string, string>> = {
  [`${A}guide/`]: articlePage({
    title: '区交通局政府信息公开指南（2023年）',
    date: '2023-01-16',
    body: paragraphs(
      '为便于公民、法人和其他组织获取政府信息，编制本指南。受理机构为区交通局办公室，办公地址为人民路8号。'.repeat(10),
    ),
  }),
  [`${A}statistics/`]: listPage(
    [6, 5, 4].map((month) => ({
      title: `2023年${month}月全区公路养护统计数据`,
      url: `${A}statistics/doc_${month}.html`,
      date: `2023-0${month + 1}-08`,
    })),
    `${A}statistics/index_2.html`,
  ),
  [`${A}statistics/index_2.html`]: listPage(
    [3, 2, 1].map((month) => ({
      title: `2023年${month}月全区公路养护统计数据`,
      url: `${A}statistics/doc_${month}.html`,
      date: `2023-0${month + 1}-08`,
    })),
  ),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((month) => [`${A}statistics/doc_${month}.html`, figures(month)])),
  [`${A}policy/`]: listPage([
    { title: '关于印发农村公路养护办法的通知', url: `${A}policy/doc_1.html`, date: '2023-04-12' },
  ]),
  [`${A}policy/doc_1.html`]: policy('关于印发农村公路养护办法的通知', '区交字〔2023〕7号', `${A}policy/files/plan.txt`),
  [`${A}policy/files/plan.txt`]: '任务分工：养护科负责日常养护，工程科负责大中修工程，办公室负责督导检查。',
  [`${A}double-random/`]: listPage([
    { title: '区交通局2023年度双随机抽查工作计划', url: `${A}double-random/doc_1.html`, date: '2023-02-20' },
    { title: '区交通局2022年双随机抽查结果公示', url: `${A}double-random/doc_2.html`, date: '2022-12-09' },
  ]),
  [`${A}double-random/doc_1.html`]: articlePage({
    title: '区交通局2023年度双随机抽查工作计划',
    date: '2023-02-20',
    body: table(['序号', '抽查事项', '抽查对象', '抽查比例', '时间'], ['1', '道路运输', '运输企业', '5%', '6月']),
  }),
  [`${A}double-random/doc_2.html`]: articlePage({
    title: '区交通局2022年双随机抽查结果公示',
    date: '2022-12-09',
    body: table(['序号', '企业', '结果'], ['1', '某运输公司', '未发现问题']),
  }),
  [`${B}guide/`]: articlePage({
    title: '区水利局政府信息公开指南（2021年）',
    date: '2021-03-16',
    body: paragraphs('受理机构为区水利局办公室，办公地址为人民路9号，办公时间为工作日。'.repeat(14)),
  }),
  [`${B}statistics/`]: listPage([
    { title: '2023年5月水利统计数据', url: `${B}statistics/doc_5.html`, date: '2023-06-09' },
  ]),
  [`${B}statistics/doc_5.html`]: articlePage({
    title: '2023年5月水利统计数据',
    date: '2023-06-09',
    body: paragraphs('2023年5月，全区水库蓄水总量保持平稳，供水有序。'.repeat(16)),
  }),
  [`${B}fees/`]: listPage([]),
};

/** The faults that one page at a time is given; `nowhere` is what the site gives for what it does not have. */
export const NOWHERE = articlePage({
  title: '系统提示',
  body: paragraphs('您要访问的内容暂时无法显示，请返回首页继续浏览其他栏目的内容。'.repeat(20)),
});

function columnsOf(base: string, topics: readonly (Partial<Column> & { topic: Topic; path: string })[]): Column[] {
  return topics.map(({ path, ...column }) => ({
    ...{ name: column.topic, every: null, due: null, key: false, advise: false },
    ...column,
    url: `http://${HOST}${base}${path}/`,
  }));
}

export function districtPlan(port: number): Plan {
  const plan = planFor(port, {});
  const unit = { aliases: [], kind: 'department', home: null, enforcement: true } as const;
  const monthly = { every: 'month', due: { kind: 'working-days', days: 20 } } as const;
  const units: Unit[] = [
    {
      ...{ ...unit, id: 'qjtj', name: '区交通局', fullName: '示例区交通局' },
      columns: columnsOf(A, [
        { topic: 'guide', path: 'guide' },
        { topic: 'statistics', path: 'statistics', ...monthly },
        { topic: 'policy-docs', path: 'policy' },
        { topic: 'double-random', path: 'double-random' },
      ]),
    },
    {
      ...{ ...unit, id: 'qslj', name: '区水利局', fullName: '示例区水利局', enforcement: false },
      columns: columnsOf(B, [
        { topic: 'guide', path: 'guide' },
        { topic: 'statistics', path: 'statistics', ...monthly },
        { topic: 'fees', path: 'fees' },
      ]),
    },
  ];
  return { ...plan, units };
}

/** All verdicts over what a crawl of the district left in a data folder, on the day of the second quarter's bulletin. */
export async function verdictsOn(dataDir: string, plan: Plan): Promise<readonly Verdict[]> {
  const rulebook = loadRulebook('linzi-2023');
  const checks = await checksFor([], rulebook);
  const [asOf, period] = [parseCivilDate('2023-08-08'), parsePeriod('2023Q2')];
  if (!asOf || !period) throw new Error('a day and a quarter');
  const data = await storedData(dataDir);
  try {
    const lookup = evidenceLookup(data);
    const settings = {
      ...{ rulebook, registers: NO_REGISTERS, calendar: workCalendar([]), asOf, period, checks, models: {} },
      ...{ registerFiles: {}, bulletins: new Map() },
      onFault: ({ error }: { readonly error: unknown }) => {
        throw error;
      },
    };
    const verdicts: Verdict[] = [];
    for (const unit of plan.units) {
      const columns = [];
      for (const column of unit.columns) columns.push(await walkColumn(column, plan.site, lookup));
      verdicts.push(...auditUnit(settings, { unit, columns }));
    }
    return verdicts;
  } finally {
    await data.close();
  }
}
