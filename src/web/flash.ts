import type { WebContext } from './env.ts';

/** What is told at the top of the next page. */
export interface Flash {
  readonly kind: 'done' | 'warning' | 'error';
  readonly text: string;
}

/** By session; told once. Lost with the process, as what was done is in the page itself. */
const waiting = new Map<string, Flash>();
const MOST = 2000;

export function tell(c: WebContext, kind: Flash['kind'], text: string): void {
  const oldest = waiting.size >= MOST ? waiting.keys().next().value : undefined;
  if (oldest !== undefined) waiting.delete(oldest);
  waiting.set(c.get('loggedIn').session, { kind, text });
}

export function takeFlash(c: WebContext): Flash | null {
  const { session } = c.get('loggedIn');
  const flash = waiting.get(session) ?? null;
  waiting.delete(session);
  return flash;
}
