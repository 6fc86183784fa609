import type { ErrorCode, YAMLError } from 'yaml';
import type { Place, Problem } from '../model/user-error.ts';

const COMMON: Partial<Record<ErrorCode, readonly [what: string, remedy: string]>> = {
  DUPLICATE_KEY: ['同一个键写了两次', '请删去其中一处'],
  TAB_AS_INDENT: ['用了制表符缩进', '请改用空格缩进'],
  BAD_INDENT: ['缩进不正确', '请使同一层的各行对齐，并检查上一行的引号和括号是否成对'],
  MISSING_CHAR: ['缺少符号', '请检查引号、括号和冒号是否成对、齐全'],
  MULTIPLE_DOCS: ['一个文件里有多份内容', '请删去 --- 分隔线，只保留一份'],
};

const OTHERWISE = ['YAML 语法有误', '请检查这一行及上一行的缩进、冒号后的空格、引号和括号'] as const;

const VALUE_LENGTH = 60;

/** An error of the YAML parser in words for people, with the rest of the line that it stands in. */
export function syntaxProblem(error: YAMLError, text: string, place: Place): Problem {
  const [what, remedy] = COMMON[error.code] ?? OTHERWISE;
  const value = text
    .slice(error.pos[0], error.pos[0] + VALUE_LENGTH)
    .split('\n', 1)[0]
    ?.trim();
  return { place, what, ...(value ? { value } : {}), remedy };
}
