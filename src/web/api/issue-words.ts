import type { z } from '@hono/zod-openapi';
import type { ApiProblem } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Says in Chinese what is wrong with a field; one line each for fields that nobody knows. */
export function issueWords(issue: Issue): readonly ApiProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: pathOf([...issue.path, key]),
      what: '未知的字段',
      remedy: '请删去该字段',
    }));
  return [{ path: pathOf(issue.path), what: whatOf(issue), remedy: '请按接口说明填写' }];
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  record: '对象',
};

function whatOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      // Whatever was sent is not kept in the issue; its message alone says that nothing was.
      return issue.message.endsWith('undefined') ? '缺少该字段' : `应为${TYPES[issue.expected] ?? '另一种类型'}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'too_small':
      return `不能小于或少于${issue.minimum}`;
    case 'too_big':
      return `不能大于或多于${issue.maximum}`;
    default:
      return '格式不正确';
  }
}
