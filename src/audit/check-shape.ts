import { z } from 'zod';
import { TOPIC_IDS } from '../model/topic.ts';
import type { AnyCheck } from './check.ts';

const basis = z.array(z.object({ document: z.string().min(1), clause: z.string() })).min(1);

/** The parts of a check that are data; functions are looked at by hand, since they cannot be parsed. */
const shape = z.looseObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, '编号须为小写字母和数字，以连字符分隔'),
  title: z.string().min(1),
  topics: z.array(z.enum(TOPIC_IDS)).min(1),
  basis,
  messages: z.record(
    z.string(),
    z.object({ text: z.string().min(1), fix: z.string().min(1), basis: basis.optional() }),
  ),
});

export type CheckShape =
  | { readonly ok: true; readonly check: AnyCheck }
  | { readonly ok: false; readonly what: string; readonly remedy: string };

const REMEDY = '请用 export default defineCheck({ … }) 导出一个检查项';

/** Whether a module's default export is a check; it may come from outside, where no compiler looked at it. */
export function checkShape(value: unknown): CheckShape {
  if (typeof value !== 'object' || value === null) return { ok: false, what: '文件没有默认导出检查项', remedy: REMEDY };
  const parsed = shape.safeParse(value, { error: z.locales.zhCN().localeError });
  const [issue] = parsed.error?.issues ?? [];
  if (issue)
    return {
      ok: false,
      what: `检查项的 ${issue.path.map(String).join('.') || '默认导出'} 不正确（${issue.message}）`,
      remedy: REMEDY,
    };
  const { run, subject, params } = value as Record<string, unknown>;
  if (typeof run !== 'function' || typeof subject !== 'function')
    return { ok: false, what: '检查项缺少 run 或 subject 函数', remedy: REMEDY };
  if (typeof params !== 'object' || params === null || !('safeParse' in params))
    return {
      ok: false,
      what: '检查项的 params 不是 zod 模式',
      remedy: '请从 xunjian/kit 引入 z，写作 params: z.strictObject({})',
    };
  return { ok: true, check: value as AnyCheck };
}
