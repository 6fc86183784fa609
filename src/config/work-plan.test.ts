import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from './package-root.ts';
import { loadRulebook } from './rulebook.ts';
import { problemsOf, written } from './sample.fixture.ts';
import { shippedPlans } from './shipped.ts';
import { loadTargets } from './targets.ts';
import { loadWorkPlan } from './work-plan.ts';

const PLAN = `version: 1
id: plan-2030
title: 示例方案
year: 2030
source: { document: 示例〔2030〕1号, issued: 2030-01-05 }
groups:
  - { name: 各镇, kinds: [town] }
tasks:
  - no: 1
    area: 领域
    requirement: 按季公布进展
    lead: 区统计局
    units: [区统计局, 各镇]
    limits: [{ every: quarter }, { by: 2030-06-30 }]
    topics: [statistics]
    obligations: [{ check: periodic, topic: statistics, every: quarter, due: 20wd }]
  - no: 2
    area: 领域
    requirement: 组织一次培训
    units: [各镇]
`;
const load = (text: string) => loadWorkPlan(written(text, 'plan.yaml'));

describe('a plan of work', () => {
  it('is read as written', () => {
    const plan = load(PLAN);
    expect(plan).toMatchObject({ id: 'plan-2030', year: 2030, groups: [{ name: '各镇', kinds: ['town'] }] });
    expect(plan.tasks).toEqual([
      {
        no: 1,
        area: '领域',
        requirement: '按季公布进展',
        lead: '区统计局',
        units: ['区统计局', '各镇'],
        limits: [{ every: 'quarter' }, { by: '2030-06-30' }],
        topics: ['statistics'],
        obligations: [
          { check: 'periodic', topic: 'statistics', every: 'quarter', due: { kind: 'working-days', days: 20 } },
        ],
      },
      {
        no: 2,
        area: '领域',
        requirement: '组织一次培训',
        lead: null,
        units: ['各镇'],
        limits: [],
        topics: [],
        obligations: [],
      },
    ]);
  });
  it.each([
    ['a limit of no kind', ['{ by: 2030-06-30 }', '{ until: 2030-06-30 }'], '14:34', '{"until":"2030-06-30"}', 'by:'],
    ['a day that is none', ['issued: 2030-01-05', 'issued: 2030-02-30'], '5:41', '2030-02-30', '年-月-日'],
    ['an unknown topic', ['topics: [statistics]', 'topics: [statistic]'], '15:14', 'statistic', '是否指 statistics'],
    ['a number left out', ['no: 2', 'no: 3'], '17:9', '3', '请改为 2'],
    ['a leader who is not responsible', ['lead: 区统计局', 'lead: 区财政局'], '12:11', '区财政局', 'units'],
    ['an unknown key', ['area: 领域', 'field: 领域'], '10:5', 'field', 'area'],
    ['a due date that is none', ['due: 20wd', 'due: soon'], '16:78', 'soon', '20wd'],
  ] as const)('%s', (_, [from, to], at, value, remedy) =>
    expect(problemsOf(() => load(PLAN.replace(from, to)))).toContainEqual({
      at,
      what: expect.any(String),
      value,
      remedy: expect.stringContaining(remedy),
    }),
  );
  it('that is not shipped is named with those that are', () =>
    expect(problemsOf(() => loadWorkPlan('plan-2021'))).toMatchObject([
      { value: 'plan-2021', remedy: expect.stringContaining('plan-2022') },
    ]));
});

describe('the plan of 2022', () => {
  const plan = loadWorkPlan('plan-2022');
  const names = new Set(
    loadTargets(join(packageRoot(), 'targets.yaml')).units.flatMap(({ name, fullName, aliases }) => [
      name,
      fullName,
      ...aliases,
    ]),
  );

  it('is the one that is shipped', () => expect(shippedPlans()).toEqual(['plan-2022']));
  it('has 63 tasks', () => expect(plan.tasks.map(({ no }) => no)).toEqual(Array.from({ length: 63 }, (_, i) => i + 1)));
  it('names units that are inspected, or groups', () => {
    const groups = new Set(plan.groups.map(({ name }) => name));
    const unknown = plan.tasks.flatMap(({ units }) => units.filter((unit) => !names.has(unit) && !groups.has(unit)));
    expect(unknown).toEqual([]);
    expect([...groups].filter((group) => !plan.tasks.some(({ units }) => units.includes(group)))).toEqual([]);
  });
  it('asks only for what a check of the rulebook judges, in a column that shows the task', () => {
    const checks = new Set(
      loadRulebook('linzi-default').groups.flatMap(({ messages }) => messages.map((m) => m.split('/')[0])),
    );
    for (const { no, obligations, topics } of plan.tasks) {
      for (const { check, topic, every, due } of obligations) {
        expect(checks, `${no}`).toContain(check);
        if (!['tasks', 'applications'].includes(check)) expect(topics, `${no}`).toContain(topic);
        if (check === 'periodic') expect(every && due, `${no}`).not.toBeNull();
      }
    }
  });
  it('has the limits that the text gives in numbers', () => {
    const limitsOf = (no: number) => plan.tasks[no - 1]?.limits;
    expect(limitsOf(2)).toContainEqual({ workdays: 7, after: 'penalty' });
    expect(limitsOf(18)).toContainEqual({ every: 'month', workdays: 10 });
    expect(limitsOf(33)).toEqual([{ atLeastDays: 30, of: '征求意见' }]);
    expect(limitsOf(40)).toEqual([{ workdays: 3, after: 'publication' }]);
    expect(limitsOf(62)).toEqual([{ by: '2022-06-30' }]);
    for (const no of [25, 26, 27, 28, 29]) expect(limitsOf(no)).toContainEqual({ by: '2022-08-31' });
  });
});
