import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: '文本，并加引号',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  object: '“键: 值”的组合',
  record: '“键: 值”的组合',
};

/** What is wrong with a parameter, in Chinese; a check's own words where it has some. */
export function parameterFault(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `没有名为 ${issue.keys.join('、')} 的参数`;
    case 'invalid_type':
      return `应为${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一`;
    case 'invalid_format':
      return issue.format === 'date' ? '应为日期，如 2023-08-08' : issue.message;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `不得小于 ${issue.minimum}` : issue.message;
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? `不得大于 ${issue.maximum}` : issue.message;
    default:
      return issue.message;
  }
}
