/** Exit codes of the contract, section 3. */
export const EXIT = { done: 0, findings: 1, usage: 2, unreadable: 3, damaged: 4, storage: 5, interrupted: 6 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where in a file something is wrong; line and column from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong, in Chinese: what happened, the value at fault, and the remedy. */
export interface Problem {
  readonly place: Place;
  readonly what: string;
  readonly value?: string;
  readonly remedy: string;
}

/** An error meant for people. The command line prints its problems and ends with its exit code; no stack trace. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];
  constructor(exitCode: ExitCode, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(formatProblem).join('\n'), options);
    this.name = 'UserError';
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

/**
 * The same for those who may not see what stands in the district's files: where it is wrong, but not the value, which
 * may be of somebody else.
 */
export const withoutFileValues = (error: UserError): UserError => {
  const problems = error.problems.map(({ value, ...problem }) =>
    value === undefined || problem.place.file !== undefined ? problem : { ...problem, value },
  );
  return new UserError(error.exitCode, problems, { cause: error });
};

/** `文件:行:列 问题：值。处理办法` on one line. */
function formatProblem({ place, what, value, remedy }: Problem): string {
  const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  return `${where ? `${where} ` : ''}${what}${value === undefined ? '' : `：${value}`}。${remedy}`;
}
