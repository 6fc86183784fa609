import { z } from 'zod';
import { advice, strict } from './advice.ts';
import * as field from './fields.ts';

const points = z.number().nonnegative();

const message = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/, {
  error: () => advice('不是检查项的判定', '请按 检查项/判定 填写，例如 guide/stale'),
});

const basis = strict({
  document: field.name.meta({ title: '文件', description: '文号或法规名称' }),
  clause: field.name.meta({ title: '条款' }),
});

const step = z.union(
  [
    strict({
      problems: z.int().min(2).meta({ title: '问题种数', description: '本组不同问题达到此数时' }),
      points: points.meta({ title: '分值' }),
    }),
    strict({
      nothingValid: z.literal(true).meta({ title: '全季度无合格报送' }),
      points: points.meta({ title: '分值' }),
    }),
    strict({
      unrectified: z.literal(true).meta({ title: '上次通报后逾期没有整改' }),
      points: points.meta({ title: '分值' }),
    }),
  ],
  {
    error: () =>
      advice(
        '不是加重情形',
        '请填写 { problems: 5, points: 1 }、{ nothingValid: true, points: 1 } 或 { unrectified: true, points: 1 }',
      ),
  },
);

const group = strict({
  id: field.id.meta({ title: '编号' }),
  title: field.name.meta({ title: '名称', description: '通报中的说法' }),
  points: points.meta({ title: '分值', description: '每单位每季度只减一次；只提醒的填 0' }),
  steps: z.array(step).optional().meta({ title: '加重情形', description: '符合时以最高的分值代替 points' }),
  advisory: z.boolean().default(false).meta({ title: '只提醒', description: 'true：只提醒，不减分' }),
  messages: z
    .array(message)
    .min(1)
    .meta({ title: '所含判定', description: '检查项/判定；没有列入任何组的判定只提醒，不减分' }),
  basis: z.array(basis).min(1).meta({ title: '依据' }),
}).meta({ title: '减分项' });

const yearItem = strict({
  id: field.id.meta({ title: '编号' }),
  title: field.name.meta({ title: '名称' }),
  kind: z.enum(['deduction', 'bonus']).meta({ title: '类别', description: 'deduction 减分、bonus 加分' }),
  max: z.number().min(0.1).meta({ title: '上限', description: '本项最多减或加的分值' }),
  off: field.name.optional().meta({ title: '不计分的理由', description: '填写后本项不计分' }),
  basis: z.array(basis).min(1).meta({ title: '依据' }),
});

const year = strict({
  quarters: z.number().min(1).meta({ title: '四个季度合计分值' }),
  yearEnd: z.number().min(1).meta({ title: '年终考核分值' }),
  items: z.array(yearItem).min(1).meta({ title: '年终考核事项' }),
});

/** A rulebook as people write it. What concerns several groups at once is checked by loadRulebook. */
export const rulebookSchema = strict({
  version: z.literal(1).meta({ title: '格式版本', description: '固定为 1' }),
  id: field.id.meta({ title: '编号' }),
  title: field.name.meta({ title: '名称' }),
  base: points.meta({ title: '季度基础分' }),
  coverageMax: points.meta({ title: '重点栏目保障得分上限' }),
  groups: z.array(group).min(1).meta({ title: '减分项' }),
  year: year.optional().meta({ title: '年度得分', description: '不填时只计算季度得分' }),
  params: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .meta({ title: '检查项参数', description: '检查项编号到其参数，由各检查项自行核对' }),
}).meta({ title: '考核办法', description: '减分项、分值、期限和依据' });
