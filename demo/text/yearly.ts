import type { CivilDate } from '../../src/model/civil-date.ts';
import { paragraphs, table } from '../html.ts';
import { randomFor } from '../random.ts';
import type { DemoUnit, Draft, Grid } from '../types.ts';

function amounts(unit: DemoUnit, title: string, key: string): Grid {
  const random = randomFor(`amounts ${unit.id} ${key}`);
  const values = [random.int(300, 2_400), random.int(40, 600), random.int(5, 80)];
  const labels = ['人员经费', '公用经费', '项目支出'];
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    caption: title,
    header: ['项目', '金额（万元）'],
    rows: [...labels.map((label, i) => [label, String(values[i])]), ['合计', String(total)]],
  };
}

function budgetDraft(unit: DemoUnit, title: string, date: CivilDate): Draft {
  const grid = amounts(unit, title, title);
  const texts = [`${title}已按规定批复，现予公布。`, '本部门无政府性基金预算拨款安排的支出。'];
  return {
    title,
    date,
    files: [{ name: `${title}.xlsx`, type: 'xlsx', title, paragraphs: [], grids: [grid] }],
    body: () => paragraphs([...texts, '收支明细见附件。']),
  };
}

/** The column 财政预决算: the budget of each year in February, the accounts of the year before in September. */
export function budgetDrafts(unit: DemoUnit): Draft[] {
  const random = randomFor(`budget ${unit.id}`);
  const day = (): string => String(random.int(10, 26));
  const budgets = [2021, 2022, 2023].map((year) =>
    budgetDraft(unit, `${unit.fullName}${year}年部门预算`, `${year}-02-${day()}` as CivilDate),
  );
  const accounts = [2020, 2021].map((year) =>
    budgetDraft(unit, `${unit.fullName}${year}年度部门决算`, `${year + 1}-09-${day()}` as CivilDate),
  );
  return [...budgets, ...accounts];
}

/** The column 建议提案: how the proposals of each year were dealt with. */
export function proposalDrafts(unit: DemoUnit): Draft[] {
  return [2018, 2019, 2020, 2021, 2022].map((year): Draft => {
    const random = randomFor(`proposals ${unit.id} ${year}`);
    const [people, council] = [random.int(1, 9), random.int(1, 12)];
    return {
      title: `${unit.fullName}${year}年度建议提案办理情况`,
      date: `${year + 1}-01-${String(random.int(10, 28))}` as CivilDate,
      body: () =>
        `${paragraphs([`${year}年度，${unit.name}承办人大代表建议${people}件、政协提案${council}件，均已按期答复，代表和委员表示满意。`])}
${table({
  header: ['类别', '承办数', '按期答复数'],
  rows: [
    ['人大代表建议', String(people), String(people)],
    ['政协提案', String(council), String(council)],
  ],
})}`,
    };
  });
}
