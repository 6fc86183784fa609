import { z } from 'zod';
import { LIMIT_STARTS } from '../model/work-plan.ts';
import { advice, strict } from './advice.ts';
import * as field from './fields.ts';

const count = z.int().positive();
const every = z.enum(['month', 'quarter', 'half-year', 'year']);

const limit = z.union(
  [
    strict({
      workdays: count.meta({ title: '工作日数' }),
      after: z.enum(Object.keys(LIMIT_STARTS) as [keyof typeof LIMIT_STARTS]).meta({
        title: '起算',
        description: Object.entries(LIMIT_STARTS)
          .map(([id, name]) => `${id} ${name}`)
          .join('、'),
      }),
    }),
    strict({
      every: every.meta({ title: '周期' }),
      workdays: count.optional().meta({ title: '期满后的工作日数' }),
      stated: field.name.optional().meta({ title: '原文说法', description: '方案没有写明周期时填写' }),
    }),
    strict({ by: field.day.meta({ title: '截止日期' }) }),
    strict({ atLeastDays: count.meta({ title: '至少天数' }), of: field.name.meta({ title: '事项' }) }),
    strict({ during: field.name.meta({ title: '期间' }) }),
    strict({ standing: z.literal(true).meta({ title: '长期坚持' }) }),
  ],
  {
    error: () =>
      advice(
        '不是时限',
        '请填写 { workdays: 20, after: change }、{ every: quarter }、{ by: 2022-12-31 }、{ atLeastDays: 30, of: 征求意见 }、{ during: 疫情防控期间 } 或 { standing: true }',
      ),
  },
);

const obligation = strict({
  check: field.id.meta({ title: '检查项' }),
  topic: field.topic.meta({ title: '主题' }),
  every: every.optional().meta({ title: '公开周期' }),
  due: field.due.optional().meta({ title: '公开期限', description: '写法同 targets.yaml' }),
});

const task = strict({
  no: count.meta({ title: '序号' }),
  area: field.name.meta({ title: '工作领域' }),
  requirement: field.name.meta({ title: '要求', description: '概括，以原文为准' }),
  units: z.array(field.name).min(1).meta({ title: '责任单位', description: '单位名称，或 groups 中的一类单位' }),
  lead: field.name.optional().meta({ title: '牵头单位', description: '责任单位之一' }),
  limits: z.array(limit).default([]).meta({ title: '时限', description: '方案没有写明的不填' }),
  topics: z.array(field.topic).default([]).meta({ title: '主题', description: '能看到该项工作的栏目' }),
  obligations: z.array(obligation).default([]).meta({ title: '可检查事项', description: '网页和台账上可以检查的事项' }),
}).meta({ title: '任务' });

/** A year's plan as people write it. What concerns several tasks at once is checked by loadWorkPlan. */
export const workPlanSchema = strict({
  version: z.literal(1).meta({ title: '格式版本', description: '固定为 1' }),
  id: field.id.meta({ title: '编号' }),
  title: field.name.meta({ title: '名称' }),
  year: z.int().min(2000).max(2099).meta({ title: '年度' }),
  source: strict({
    document: field.name.meta({ title: '文号' }),
    issued: field.day.meta({ title: '成文日期' }),
  }).meta({ title: '文件' }),
  groups: z
    .array(
      strict({
        name: field.name.meta({ title: '名称' }),
        kinds: z.array(field.unitKind).meta({ title: '单位类别', description: '没有点名或不在考核名单内的填 []' }),
      }),
    )
    .default([])
    .meta({ title: '成类的单位' }),
  tasks: z.array(task).min(1).meta({ title: '任务' }),
}).meta({ title: '政务公开工作方案', description: '年度任务、责任单位、时限和可以检查的事项' });
