import { describe, expect, it } from 'vitest';
import { firstDay, parsePeriod } from '../src/model/period.ts';
import { leadersOf } from './people.ts';
import { AS_OF, periodTitle } from './schedule.ts';
import { allColumns, columnOf, columnsNamed, textOf, unitsWhere } from './testing.ts';
import type { DemoColumn } from './types.ts';

const sorted = (names: readonly string[]): string[] => [...names].sort();

/** Whether any document is about the period by its title, or was published since it began. */
function touches(column: DemoColumn, periodId: string): boolean {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(periodId);
  const names = [0, 1].map((variant) => periodTitle(period, variant));
  return column.documents.some(
    ({ title, date }) => names.some((name) => title.includes(name)) || date >= firstDay(period),
  );
}

/** Columns in which the bulletin misses something, and the periods missed. */
const MISSING: readonly (readonly [unit: string, column: string, periods: readonly string[]])[] = [
  ['区市场监管局', '反不正当竞争', ['2023Q2']],
  ['区财政局', '财政资金直达基层', ['2023Q2']],
  ['区财政局', '政府采购', ['2023Q2']],
  ['区财政局', '财政收支', ['2023Q2']],
  ['区财政局', '国企经营情况', ['2023Q2']],
  ['区财政局', '行政事业性收费目录', ['2023']],
  ['区统计局', '统计数据', ['2023-04', '2023-05', '2023-06']],
  ['区发改局', '重大建设项目', ['2023Q2']],
  ['区人社局', '就业专项活动', ['2023Q2']],
  ['区农业农村局', '乡村振兴', ['2023Q2']],
  ['区农业农村局', '农业生产发展资金', ['2023Q2']],
  ['区农业农村局', '动物防疫补贴', ['2023Q2']],
  ['区审计局', '审计报告', ['2022']],
  ['区审计局', '预算执行审计', ['2022']],
  ['临淄生态环境分局', '空气质量报告', ['2023-04', '2023-05', '2023-06']],
  ['区卫健局', '医疗资源配置', ['2023Q2']],
  ['区卫健局', '高龄津贴发放', ['2023-04', '2023-05', '2023-06']],
  ['临淄医保分局', '医疗救助', ['2023Q2']],
  ['区文旅局', '公共文化机构免费开放', ['2023Q2']],
  ['区文旅局', '群众文化活动与展览讲座', ['2023Q2']],
  ['区文旅局', '非物质文化遗产', ['2023Q2']],
];

describe('the demonstration district is as the bulletin found it', () => {
  it('publishes nothing after the day it stands for', () => {
    const late = allColumns().flatMap((column) => column.documents.filter(({ date }) => date > AS_OF));
    expect(late).toEqual([]);
  });

  it('has one guide that no date of 2023 touches', () => {
    const stale = unitsWhere(columnsNamed('信息公开指南'), (column) =>
      column.inline ? column.inline.date < '2023-01-01' : column.documents.every(({ date }) => date < '2023-01-01'),
    );
    expect(stale).toEqual(['齐都镇']);
    const texts = columnOf('齐都镇', '信息公开指南').documents.map(
      (document) => `${textOf(document)}${document.index}`,
    );
    expect(texts.join('')).not.toContain('2023');
  });

  it('keeps the plan of 2023 and the results of 2022 from the units blamed, and only from them', () => {
    const columns = columnsNamed('双随机一公开');
    const lacking = (year: number, word: string): string[] =>
      unitsWhere(
        columns,
        ({ documents }) => !documents.some(({ title }) => title.includes(`${year}年度`) && title.includes(word)),
      );
    expect(sorted(lacking(2023, '抽查工作计划'))).toEqual(sorted(['区卫健局', '区文旅局', '区文物局', '区司法局']));
    expect(sorted(lacking(2022, '查处结果'))).toEqual(sorted(['区文物局', '区司法局']));
    const bare = unitsWhere(columns, ({ documents }) =>
      documents.some(
        (one) => one.title.includes('2023年度') && one.title.includes('计划') && !textOf(one).includes('抽查比例'),
      ),
    );
    expect(sorted(bare)).toEqual(sorted(['区财政局', '区综合行政执法局']));
  });

  it('leaves policy documents since 2016 in the old layout at nine units', () => {
    const behind = unitsWhere(columnsNamed('政策文件'), ({ documents }) =>
      documents.some(({ layout, date }) => layout === 'L1' && date >= '2016-01-01'),
    );
    expect(behind).toHaveLength(9);
    expect(behind).toContain('区交通运输局');
    const incomplete = columnsNamed('政策文件').flatMap(({ column }) =>
      column.documents.filter(
        (one) => one.layout === 'L2' && !(one.writtenOn && one.theme && one.validity && one.number),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  it('publishes duties, powers and posts at all enforcing units but twelve', () => {
    const columns = columnsNamed('行政执法公示');
    const titles = (column: DemoColumn): string => column.documents.map(({ title }) => title).join();
    expect(unitsWhere(columns, (column) => !/职责|权限|岗位/.test(titles(column)))).toHaveLength(12);
    expect(
      unitsWhere(columns, (column) => ['职责', '权限', '岗位'].every((word) => titles(column).includes(word))),
    ).toHaveLength(columns.length - 12);
    const other = unitsWhere(columns, (column) => !column.documents.map(textOf).join().includes('执法证号'));
    expect(sorted(other)).toEqual(
      sorted(['区自然资源局', '区应急管理局', '区统计局', '区人社局', '区科技局', '区水利局']),
    );
  });

  it('leaves the process out of items of those powers that the bulletin names, and of no other', () => {
    const lacking = columnsNamed('政务服务事项').flatMap(({ unit, column }) => {
      const powers = column.documents.filter((one) => !textOf(one).includes('办理流程')).map(({ title }) => title);
      const kinds = [...new Set(powers.map((title) => title.split('：')[0] ?? ''))];
      return kinds.length > 0 ? [`${unit.name} ${sorted(kinds).join('、')}`] : [];
    });
    expect(sorted(lacking)).toEqual(
      sorted([
        '临淄公安分局 其他权力、行政处罚、行政奖励、行政强制、行政检查',
        '区财政局 行政检查',
        '区卫健局 行政强制、行政征收',
        '区综合行政执法局 行政处罚、行政检查',
        '区发改局 行政处罚',
        '区住建局 行政征收',
        '区农业农村局 其他权力',
        '区文旅局 行政处罚、行政强制',
        '区司法局 行政处罚',
      ]),
    );
  });

  it.each(MISSING)('%s has nothing in %s on %j, neither by title nor by date', (unit, name, periods) => {
    for (const period of periods) expect(touches(columnOf(unit, name), period)).toBe(false);
  });

  it('fills every other slot of 2023 that was due, in time', () => {
    const due = {
      month: ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05', '2023-06'],
      quarter: ['2023Q1', '2023Q2'],
      'half-year': ['2022H2', '2023H1'],
    };
    const gaps = allColumns().flatMap((column) => {
      if (!column.every || column.every === 'year') return [];
      const titles = column.documents.map(({ title }) => title.replace('1-2月份', '1月份 2023年2月份')).join();
      const open = due[column.every].filter((id) => {
        const period = parsePeriod(id);
        return period && ![0, 1].some((variant) => titles.includes(periodTitle(period, variant)));
      });
      return open.length > 0 ? [`${column.name} ${column.unit.name}`] : [];
    });
    // The slot of 稷下街道 is explained in the register of no-event notices.
    const known = MISSING.filter(([unit, column]) => columnOf(unit, column).every !== 'year');
    expect(sorted(gaps)).toEqual(sorted([...known.map(([unit, column]) => `${column} ${unit}`), '公共文化 稷下街道']));
  });

  it('shows who holds a post, except where the bulletin found the old names', () => {
    const wrong = columnsNamed('机构职能').flatMap(({ unit, column }) => {
      const text = column.documents.map(textOf).join();
      const leadership = columnOf(unit.name, '领导分工').documents.map(textOf).join();
      const posts = leadersOf(unit);
      const shows = (page: string): boolean => posts.every(({ holder }) => page.includes(holder));
      return shows(text) && shows(leadership) ? [] : [`${unit.name}${shows(leadership) ? '：发在领导分工' : ''}`];
    });
    expect(sorted(wrong)).toEqual(sorted(['凤凰镇', '辛店街道：发在领导分工', '闻韶街道：发在领导分工']));
  });
});
