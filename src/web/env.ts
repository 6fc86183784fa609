import type { Context } from 'hono';
import type { LoggedIn } from '../app/console/accounts/sessions.ts';
import type { Console } from '../app/console/console.ts';
import type { Actor } from '../model/account.ts';

/** What a request carries with it. */
export interface Env {
  readonly Variables: {
    console: Console;
    /** Who is logged in; not there on pages that everybody may see. */
    loggedIn: LoggedIn;
    /** Address of the client, for limits and the log. */
    address: string;
    /** Names the request in the log. */
    requestId: string;
  };
}

export type WebContext = Context<Env>;

/** Who asks. Only behind `requireLogin`. */
export const actorOf = (c: WebContext): Actor => c.get('loggedIn').account;
