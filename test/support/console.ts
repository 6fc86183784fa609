import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { consoleStore, inspection } from '../../src/app/compose.ts';
import { createAccount } from '../../src/app/console/accounts/accounts.ts';
import { LoginLimits } from '../../src/app/console/accounts/log-in.ts';
import { beginSession } from '../../src/app/console/accounts/sessions.ts';
import { Board } from '../../src/app/console/board.ts';
import type { Console } from '../../src/app/console/console.ts';
import { loadPlan } from '../../src/app/load-plan.ts';
import { loadConsoleSettings } from '../../src/config/console-settings.ts';
import type { Actor, Role } from '../../src/model/account.ts';
import type { CivilDate } from '../../src/model/civil-date.ts';
import { webApp } from '../../src/web/app.ts';
import { serveConsole } from '../../src/web/server.ts';
import { guideOf, monthsOf, smallDistrict } from './small-district.ts';
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

export const PASSWORD = 'correct-horse-battery';
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

async function consoleOver(targets: string, data: string) {
  const files = { targets, units: [] };
  const { plan } = loadPlan(files);
  const said = await inspection(data);
  const store = await consoleStore(data);
  const clock = () => new Date(`${TODAY}T02:00:00Z`);
  const console: Console = {
    ...{ files, data, settings: loadConsoleSettings(null, {}) },
    ...{ inspection: said, store, limits: new LoginLimits(), log: pino({ level: 'silent' }), clock },
    board: new Board(files, data, said),
    jobs: undefined as never,
    today: () => TODAY,
    plan: () => plan,
  };
  const close = async (): Promise<void> => {
    await said.close();
    await store.close();
  };
  return { console, close };
}

/**
 * The console over a small district that was really crawled and audited: 甲局 and 丙镇 have stale guides, 乙局 has a stale
 * guide and lacks two months of figures. The console is asked in process (`(await as(person)).page(path)`), or served for
 * a browser. `isLive`: the district's site is there to be crawled again, and `district` changes it.
 */
export async function consoleDistrict({ isLive = false }: { readonly isLive?: boolean } = {}) {
  const district = isLive ? await prepared() : null;
  const folder = temporaryFolder();
  if (!district) {
    made ??= keptCopy();
    cpSync(await made, folder, { recursive: true });
  }
  const [targets, data] = district
    ? [district.targets, district.data]
    : [join(folder, 'targets.yaml'), join(folder, 'snapshots')];
  const { console, close } = await consoleOver(targets, data);
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
    ...{ district, console, app, actor, as },
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
