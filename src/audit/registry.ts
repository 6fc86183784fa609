import { z } from 'zod';
import type { Rulebook } from '../model/rulebook.ts';
import { EXIT, type Place, type Problem, UserError } from '../model/user-error.ts';
import type { AnyCheck } from './check.ts';
import { parameterFault } from './parameter-fault.ts';

/** A check and where it comes from. */
export interface CheckSource {
  readonly check: AnyCheck;
  /** The file it was loaded from; null for a built-in one. */
  readonly file: string | null;
}

/** A check with the parameters that the rulebook gives it. */
export interface PreparedCheck extends CheckSource {
  readonly params: unknown;
}

/**
 * The checks of a run: built-in ones first, then others by id, each with its parameters out of the rulebook.
 * `placeOf` says where in the rulebook's file a parameter stands. Throws UserError (exit code 2) naming every duplicate id
 * and every parameter that a check does not take.
 */
export function prepareChecks(
  builtIn: readonly AnyCheck[],
  external: readonly CheckSource[],
  rulebook: Rulebook,
  placeOf: (path: readonly (string | number)[]) => Place = () => ({}),
): readonly PreparedCheck[] {
  const others = [...external].sort((a, b) => (a.check.id < b.check.id ? -1 : a.check.id > b.check.id ? 1 : 0));
  const sources = [...builtIn.map((check) => ({ check, file: null })), ...others];
  const problems: Problem[] = [];
  const seen = new Map<string, CheckSource>();
  const prepared = sources.flatMap((source): PreparedCheck[] => {
    const { id } = source.check;
    const earlier = seen.get(id);
    if (earlier) {
      problems.push(duplicate(source, earlier));
      return [];
    }
    seen.set(id, source);
    const parsed = source.check.params.safeParse(rulebook.params[id] ?? {}, { error: z.locales.zhCN().localeError });
    if (parsed.success) return [{ ...source, params: parsed.data }];
    problems.push(...parsed.error.issues.map((issue) => badParameter(rulebook, id, issue, placeOf)));
    return [];
  });
  if (problems.length > 0) throw new UserError(EXIT.usage, problems);
  return prepared;
}

function duplicate({ check, file }: CheckSource, earlier: CheckSource): Problem {
  return {
    place: file === null ? {} : { file },
    what: `检查项编号重复（另见${earlier.file ?? '内置检查项'}）`,
    value: check.id,
    remedy: '请为检查项另取一个编号，并使文件夹与其同名',
  };
}

function badParameter(
  rulebook: Rulebook,
  id: string,
  issue: z.core.$ZodIssue,
  placeOf: (path: readonly (string | number)[]) => Place,
): Problem {
  const path = ['params', id, ...issue.path.map(String)];
  const value = issue.path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    rulebook.params[id],
  );
  return {
    place: placeOf([id, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))]),
    what: `考核办法“${rulebook.id}”的参数 ${path.join('.')} 不正确（${parameterFault(issue)}）`,
    ...(value === undefined ? {} : { value: isPlain(issue, value) ? value : JSON.stringify(value) }),
    remedy: `请按检查项 ${id} 的说明修改该参数，或删去以使用默认值`,
  };
}

/** A text that stands where a number should is shown with its quotation marks: they are the fault. */
const isPlain = (issue: z.core.$ZodIssue, value: unknown): value is string =>
  typeof value === 'string' && issue.code !== 'invalid_type';
