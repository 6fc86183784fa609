import { EXIT, UserError } from '../../model/user-error.ts';

/** What to tell about an uploaded file that cannot be taken (exit code 2). */
export const refusedUpload = (name: string, what: string, remedy: string, value?: string, cause?: unknown): UserError =>
  new UserError(
    EXIT.usage,
    [{ place: { file: name }, what, ...(value === undefined ? {} : { value }), remedy }],
    cause === undefined ? undefined : { cause },
  );
