import { EXIT, UserError } from '../../model/user-error.ts';

/** Whether work failed only because another process writes to the data folder: later it can be done. */
export function isFolderHeld(error: unknown): boolean {
  if (!(error instanceof UserError) || error.exitCode !== EXIT.storage) return false;
  const { code } = (error.cause ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
