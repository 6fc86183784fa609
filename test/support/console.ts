import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createAccount } from '../../src/app/console/accounts/accounts.ts';
import { beginSession } from '../../src/app/console/accounts/sessions.ts';
import { type OpenConsole, openConsole } from '../../src/app/console/open-console.ts';
import type { JobProgress } from '../../src/app/jobs/progress.ts';
import { ended } from '../../src/app/jobs/runner.fixture.ts';
import { loadConsoleSettings } from '../../src/config/console-settings.ts';
import type { Actor, Role } from '../../src/model/account.ts';
import type { CivilDate } from '../../src/model/civil-date.ts';
import type { Job } from '../../src/model/job.ts';
import { webApp } from '../../src/web/app.ts';
import { serveConsole } from '../../src/web/server.ts';
import { guideOf, IMPATIENT, monthsOf, smallDistrict } from './small-district.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Who is who in these tests: an account of each role, one of each of two units. */
export const PEOPLE = {
  administrator: { name: '管理员', role: 'administrator', unit: null },
  inspector: { name: '检查员甲', role: 'inspector', unit: null },
  second: { name: '检查员乙', role: 'inspector', unit: null },
  reader: { name: '查阅员', role: 'reader', unit: null },
  jia: { name: '甲局经办', role: 'unit', unit: 'jia' },
  yi: { name: '乙局经办', role: 'unit', unit: 'yi' },
} as const satisfies Record<string, { readonly name: string; readonly role: Role; readonly unit: string | null }>;
export type Person = keyof typeof PEOPLE;

/** The day as the console counts it, in the quarter that was audited. */
export const TODAY = '2023-06-06' as CivilDate;

/** A district that was crawled and audited, with everybody's account, made once for a test file: others begin with a copy. */
let made: Promise<string> | null = null;

/** A copy of a district's folder that outlives the test in which it was made. */
async function keptCopy(): Promise<string> {
  const { folder } = await prepared();
  const copy = mkdtempSync(join(tmpdir(), 'xunjian-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

async function prepared() {
  const district = await smallDistrict();
  district.serve({ '/robots.txt': '', ...monthsOf(1, 2, 3) });
  for (const unit of ['jia', 'yi', 'bing']) district.serve({ [`/${unit}/guide/`]: guideOf(unit, '2022-03-01') });
  await district.night('2023-06-05');
  const { console, close } = await consoleOver(district.targets, district.data);
  const administrator: Actor = { id: '', name: '', role: 'administrator', unit: null };
  for (const [login, { name, role, unit }] of Object.entries(PEOPLE)) {
    const { account } = await createAccount(console, administrator, { login, name, role, unit, email: null });
    await console.store.accounts.change(account.id, { mustChangePassword: false });
  }
  await close();
  return district;
}

/** @param isLive whether the console's clock goes on; else it stands still */
function consoleOver(targets: string, data: string, isLive = false): Promise<OpenConsole> {
  const standing = new Date(`${TODAY}T02:00:00Z`);
  return openConsole({
    ...{ files: { targets, units: [] }, data, checks: [], settings: loadConsoleSettings(null, {}), asOf: TODAY },
    ...{ log: pino({ level: 'silent' }), clock: () => (isLive ? new Date() : standing) },
    ...{ wait: noWait, patience: IMPATIENT },
  });
}

/** Whoever waits for a minute goes on at once. */
const noWait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * The console over a small district that was really crawled and audited: 甲局 and 丙镇 have stale guides, 乙局 has a stale
 * guide and lacks two months of figures. The console is asked in process (`(await as(person)).page(path)`), or served for
 * a browser. `isLive`: the district's site is there to be crawled again, and `district` changes it; jobs are done once
 * `start` was called.
 */
export async function consoleDistrict({ isLive = false }: { readonly isLive?: boolean } = {}) {
  if (isLive) {
    const district = await prepared();
    district.at(TODAY, '02:00');
    return { district, ...(await opened(district.targets, district.data, true)) };
  }
  const folder = temporaryFolder();
  made ??= keptCopy();
  cpSync(await made, folder, { recursive: true });
  return { district: null, ...(await opened(join(folder, 'targets.yaml'), join(folder, 'snapshots'), false)) };
}

async function opened(targets: string, data: string, isLive: boolean) {
  const open = await consoleOver(targets, data, isLive);
  const { console } = open;
  let closing: Promise<void> | null = null;
  /** Ends the console as its program does when it is told to; its folder stays. */
  const close = (): Promise<void> => {
    closing ??= open.close();
    return closing;
  };
  onTestFinished(close);
  const accounts = new Map((await console.store.accounts.all()).map((one) => [one.login, one]));
  const app = webApp(console);

  /** The account of somebody, for use cases. */
  const actor = (person: Person): Actor => {
    const account = accounts.get(person);
    if (!account) throw new Error(`no account ${person}`);
    return account;
  };

  /** Somebody with a browser: what he asks for, and forms with the token that pages carry. */
  async function as(person: Person) {
    const secret = await beginSession(console.store, actor(person).id, console.clock().getTime());
    const headers = { cookie: `xunjian=${secret}`, host: 'localhost' };
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(path, { ...init, headers: { ...headers, ...init.headers } }, ENV);
    const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await ask('/password')).text())?.[1] ?? '';
    return {
      ...{ ask, csrf, cookie: headers.cookie },
      get: (path: string) => ask(path),
      /** The text of a page; fails where it is not shown. */
      async page(path: string): Promise<string> {
        const answer = await ask(path);
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
        return answer.text();
      },
      /** Sends a form as the console's own pages do; several values of a name as a list. */
      post(
        path: string,
        fields: Readonly<Record<string, string | readonly string[] | File>> = {},
        more: RequestInit = {},
      ) {
        const body = new FormData();
        body.append('_csrf', csrf);
        for (const [name, value] of Object.entries(fields))
          for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string | File);
        return ask(path, { method: 'POST', body, ...more, headers: { origin: 'http://localhost', ...more.headers } });
      },
    };
  }

  return {
    ...{ console, app, actor, as, close },
    /** Begins with jobs and messages, as the program does. */
    start: () => open.start(),
    /** How a job stands when it has ended. */
    ended: (job: Pick<Job, 'id'>): Promise<JobProgress> => ended(console.jobs, job.id),
    /** Opens the console anew over the same folder, once this one was closed. */
    reopen: () => opened(targets, data, isLive),
    /** Serves the console for a browser on any free port. */
    async serve() {
      const server = await serveConsole(console, { host: '127.0.0.1', port: 0 });
      onTestFinished(server.stop);
      return server;
    },
  };
}

/** What @hono/node-server gives with a request, for the address of the client. */
const ENV = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 50000, remoteFamily: 'IPv4' } } };
