import type { z } from 'zod';
import type { Problem } from '../model/user-error.ts';
import { knownKeys, readAdvice, suggest } from './advice.ts';
import type { Path, YamlFile } from './yaml-file.ts';

/** `units[3].columns[0].url`, as a reader counts on finding it. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${step}` : step),
    '',
  );

const TYPES: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表（每项以“- ”开头）',
  object: '“键: 值”的组合',
  record: '“键: 值”的组合',
};

/** A value as a person wrote it, short. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** By place in the file, so that a reader goes through it once. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(({ place: a }, { place: b }) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));

/** What a schema objects to in the file, every objection at the place of its key or value. */
export function shapeProblems(error: z.ZodError, yaml: YamlFile): Problem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(issue.message);
      return issue.keys.map((key) => ({
        place: yaml.placeOfKey([...path, key]),
        what: '未知的键',
        value: key,
        remedy: suggest(key, known),
      }));
    }
    if (issue.code === 'invalid_key') {
      const told = readAdvice(issue.issues[0]?.message ?? '');
      const remedy = told?.remedy ?? '请改正键名';
      return [
        { place: yaml.placeOfKey(path), what: `键${told?.what ?? '填写有误'}`, value: String(path.at(-1)), remedy },
      ];
    }
    return [yaml.has(path) ? valueProblem(issue, path, yaml) : missing(path, yaml)];
  });
}

const missing = (path: Path, yaml: YamlFile): Problem => ({
  place: yaml.placeOf(path),
  what: '缺少必填项',
  value: pathText(path),
  remedy: `请补充 ${path.at(-1) ?? ''}`,
});

function valueProblem(issue: z.core.$ZodIssue, path: Path, yaml: YamlFile): Problem {
  const given = path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], yaml.value);
  const told = readAdvice(issue.message) ?? { what: '填写有误', remedy: remedyOf(issue, given) };
  return {
    place: yaml.placeOf(path),
    what: `${pathText(path)} ${told.what}`,
    value: given === null ? '（空）' : shown(given),
    remedy: told.remedy,
  };
}

function remedyOf(issue: z.core.$ZodIssue, given: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `请填写${TYPES[issue.expected] ?? issue.expected}${issue.expected === 'string' && given !== null ? '，并加引号' : ''}`;
    case 'invalid_value':
      return suggest(shown(given), issue.values.map(String));
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? '不能为空' : `不得小于 ${issue.minimum}`;
    case 'too_big':
      return `不得大于 ${issue.maximum}`;
    default:
      return '请参照使用手册填写';
  }
}
