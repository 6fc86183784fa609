import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { makeToken } from '../src/app/console/accounts/tokens.ts';
import { decideFindings } from '../src/app/console/decide-findings.ts';
import { freezeBulletin } from '../src/app/console/freeze-bulletin.ts';
import { askForSelfCheck } from '../src/app/console/jobs.ts';
import { listObjections, object } from '../src/app/console/objections.ts';
import { feedBack } from '../src/app/console/rectification.ts';
import { registerVersions } from '../src/app/console/register-versions.ts';
import { editRegister } from '../src/app/console/registers.ts';
import type { CivilDate } from '../src/model/civil-date.ts';
import { consoleDistrict } from './support/console.ts';

/** Whose route is it, as an account of 甲局 meets it with everything of 乙局 in its address and body. */
type Whose =
  /** Of nobody: nothing of any unit is there. */
  | 'nobody'
  /** Everybody's own: it shows what is 甲局's and nothing else. */
  | 'own'
  /** Of the unit in its address: as if there were no such thing. */
  | 'unit'
  /** For those who look after the district. */
  | 'district';

type Fields = Readonly<Record<string, string>>;
interface Known {
  readonly whose: Whose;
  /** What is sent: a form, or JSON to the API. */
  readonly body?: (of: Theirs) => unknown;
}

/** What 乙局 has in the console. */
interface Theirs {
  readonly numbers: readonly string[];
  readonly objection: string;
  readonly job: string;
  readonly account: string;
  readonly token: string;
  readonly sha256: string;
  readonly file: string;
}

const nobody: Known = { whose: 'nobody' };
const own: Known = { whose: 'own' };
const unit: Known = { whose: 'unit' };
const district: Known = { whose: 'district' };
const sent = (known: Known, body: (of: Theirs) => unknown): Known => ({ ...known, body });

const DAYS = { publishedOn: '2023-07-06', rectifyBy: '2023-07-09' };
const UPLOAD = (): FormData => {
  const form = new FormData();
  form.append('file', new File(['单位,季度,重点栏目保障得分\nyi,2023Q2,0\n'], 'coverage.csv'));
  return form;
};
const NEW_ACCOUNT = { login: 'intruder', name: '某人', role: 'unit', unit: 'yi' };

/** Every route of the console. A new one fails this test until it stands here. */
const ROUTES: Readonly<Record<string, Known>> = {
  'GET /assets/:digest/:name': nobody,
  'GET /healthz': nobody,
  'GET /metrics': nobody,
  'GET /login': nobody,
  'POST /login': sent(nobody, () => ({ login: 'second', password: 'wrong-password' })),

  'GET /': own,
  'GET /findings': own,
  'GET /findings/:number': unit,
  'GET /unread': own,
  'POST /findings/decide': sent(district, ({ numbers: [number] }) => ({
    ...{ decision: 'rejected', reason: '没有问题', finding: `${number}:0`, back: `/findings/${number}` },
  })),
  'POST /findings/:number/objections': sent(unit, () => ({ text: '没有问题', back: '/findings' })),
  'POST /objections/:id/answer': sent(district, () => ({ upheld: 'yes', text: '成立', back: '/findings' })),
  'GET /objections/:id/file': unit,
  'POST /findings/:number/recheck': sent(unit, () => ({ back: '/findings' })),
  'GET /findings/:number/evidence/:index/page': unit,
  'GET /findings/:number/evidence/:index/picture': unit,
  'GET /findings/:number/evidence/:index/file': unit,
  'GET /accounts': district,
  'POST /accounts': sent(district, () => NEW_ACCOUNT),
  'GET /accounts/:id': district,
  'POST /accounts/:id': sent(district, () => ({ name: '某人', role: 'reader', disabled: '1' })),
  'POST /accounts/:id/password': sent(district, () => ({})),
  'GET /messages': district,
  'POST /messages/test': sent(district, () => ({ channel: 'mail', recipient: 'x@example.gov.cn' })),
  'POST /messages/:id/resend': sent(district, () => ({})),
  'GET /bulletins': district,
  'GET /bulletins/:period': district,
  'POST /bulletins/:period/freeze': sent(district, () => ({ ...DAYS, seen: '1' })),
  'GET /bulletins/:period/draft/preview': district,
  'GET /bulletins/:period/draft/report': district,
  'GET /bulletins/:period/draft/:form': district,
  'GET /bulletins/:period/:version{v[1-9][0-9]{0,4}}/:name': district,
  'GET /coverage': district,
  'POST /coverage': sent(district, () => ({ 'score.yi': '0', 'seen.yi': '4' })),
  'GET /log': district,
  'GET /log.csv': district,
  'GET /rectification': own,
  'GET /registers': district,
  'GET /registers/:id/file': district,
  'GET /registers/:id/template/:format{csv|xlsx}': district,
  'GET /registers/:id/versions/:sha256{[0-9a-f]{64}}': district,
  'GET /registers/:id': district,
  'POST /registers/:id': sent(district, ({ sha256 }) => ({
    version: sha256,
    'cell.0.unit': 'yi',
    'cell.0.score': '0',
  })),
  'POST /registers/:id/upload': sent(district, UPLOAD),
  'POST /registers/:id/restore': sent(district, ({ sha256 }) => ({ sha256 })),
  'GET /scorecards': district,
  'GET /scorecards/:unit': unit,
  'GET /units': district,
  'GET /units/:unit': unit,
  'GET /self-check': own,
  'GET /units/:unit/self-check': unit,
  'POST /self-check': sent(own, () => ({ unit: 'yi' })),
  'POST /units/:unit/self-check': sent(unit, () => ({ unit: 'yi' })),
  // 甲局 never made one.
  'GET /self-check/:sheet': unit,
  'GET /units/:unit/self-check/:sheet': unit,
  'GET /agenda': own,
  'GET /units/:unit/agenda': unit,
  'GET /agenda.ics': own,
  'GET /units/:unit/agenda.ics': unit,
  'POST /findings/:number/feedback': sent(unit, () => ({ text: '已整改', link: '' })),
  'GET /jobs': district,
  'POST /jobs/night': sent(district, () => ({})),
  'POST /jobs/audit': sent(district, () => ({})),
  'GET /jobs/:id': unit,
  'POST /jobs/:id/cancel': sent(unit, () => ({ back: '/' })),
  'GET /jobs/:id/events': unit,
  'GET /password': own,
  'POST /password': sent(own, () => ({
    old: 'wrong-password',
    fresh: 'another-horse-battery',
    again: 'another-horse-battery',
  })),
  'POST /tokens': sent(own, ({ account }) => ({ label: '', days: '1', account })),
  'POST /tokens/:id/revoke': sent(unit, () => ({})),
  'POST /logout': sent(own, () => ({})),

  'GET /api/v1/me': own,
  'POST /api/v1/me/password': sent(own, () => ({ old: 'wrong-password', fresh: 'another-horse-battery' })),
  'GET /api/v1/tokens': own,
  'POST /api/v1/tokens': sent(own, ({ account }) => ({ label: '测试', days: 1, account })),
  'DELETE /api/v1/tokens/:id': unit,
  'GET /api/v1/quarters': own,
  'GET /api/v1/quarters/:period/overview': district,
  'GET /api/v1/quarters/:period/unread': own,
  'GET /api/v1/quarters/:period/findings': own,
  'GET /api/v1/quarters/:period/finding-choices': own,
  'GET /api/v1/quarters/:period/findings/:number': unit,
  'POST /api/v1/quarters/:period/decisions': sent(district, ({ numbers }) => ({
    ...{ kind: 'rejected', reason: '没有问题', findings: numbers.map((number) => ({ number, seen: 0 })) },
  })),
  'GET /api/v1/quarters/:period/findings/:number/evidence/:index': unit,
  'GET /api/v1/quarters/:period/findings/:number/evidence/:index/page': unit,
  'GET /api/v1/quarters/:period/findings/:number/evidence/:index/picture': unit,
  'GET /api/v1/quarters/:period/findings/:number/evidence/:index/file': unit,
  'GET /api/v1/quarters/:period/objections': own,
  'POST /api/v1/quarters/:period/findings/:number/objections': sent(unit, () => ({ text: '没有问题' })),
  'POST /api/v1/objections/:id/answer': sent(district, () => ({ upheld: true, text: '成立' })),
  'GET /api/v1/objections/:id/file': unit,
  'GET /api/v1/quarters/:period/scorecards': district,
  'GET /api/v1/quarters/:period/scorecards/:unit': unit,
  'GET /api/v1/quarters/:period/coverage': district,
  'PUT /api/v1/quarters/:period/coverage': sent(district, () => ({ scores: [{ unit: 'yi', score: 0 }] })),
  'GET /api/v1/registers': district,
  'GET /api/v1/registers/:id': district,
  'PUT /api/v1/registers/:id': sent(district, ({ sha256 }) => ({ version: sha256, rows: [] })),
  'POST /api/v1/registers/:id/upload': sent(district, UPLOAD),
  'POST /api/v1/registers/:id/restore': sent(district, ({ sha256 }) => ({ sha256 })),
  'GET /api/v1/registers/:id/versions': district,
  'GET /api/v1/registers/:id/versions/:sha256': district,
  'GET /api/v1/registers/:id/file': district,
  'GET /api/v1/registers/:id/template': district,
  'GET /api/v1/bulletins': district,
  'GET /api/v1/quarters/:period/bulletin': district,
  'POST /api/v1/quarters/:period/bulletin': sent(district, () => ({ ...DAYS, seen: 1 })),
  'GET /api/v1/quarters/:period/bulletin/draft/preview': district,
  'GET /api/v1/quarters/:period/bulletin/draft/:form': district,
  'GET /api/v1/quarters/:period/bulletin/versions/:version/:name': district,
  'GET /api/v1/rectification': own,
  'POST /api/v1/findings/:number/feedback': sent(unit, () => ({ text: '已整改' })),
  'POST /api/v1/findings/:number/recheck': unit,
  'GET /api/v1/units': district,
  'GET /api/v1/units/:unit': unit,
  'GET /api/v1/units/:unit/agenda': unit,
  'GET /api/v1/units/:unit/self-check': unit,
  'POST /api/v1/units/:unit/self-check': unit,
  'GET /api/v1/units/:unit/self-check/sheet/:form': unit,
  'GET /api/v1/jobs': district,
  'GET /api/v1/jobs/:id': unit,
  'GET /api/v1/jobs/:id/events': unit,
  'POST /api/v1/jobs/night': district,
  'POST /api/v1/jobs/audit': district,
  'POST /api/v1/jobs/:id/cancel': unit,
  'GET /api/v1/log': district,
  'GET /api/v1/accounts': district,
  'POST /api/v1/accounts': sent(district, () => NEW_ACCOUNT),
  'PATCH /api/v1/accounts/:id': sent(district, () => ({ role: 'reader', disabled: true })),
  'POST /api/v1/accounts/:id/password': district,
  'GET /api/v1/messages': district,
  'POST /api/v1/messages/test': sent(district, () => ({ channel: 'mail', recipient: 'x@example.gov.cn' })),
  'POST /api/v1/messages/:id/resend': district,
  'GET /api/v1/openapi.json': nobody,
  'GET /api/v1/docs': nobody,
};

/** Addresses of a route, with what 乙局 has in every place. */
function addressesOf(path: string, of: Theirs): readonly string[] {
  const [, area = ''] = /^(?:\/api\/v1)?\/([a-z]+)/.exec(path) ?? [];
  const ids: Fields = {
    ...{ objections: of.objection, jobs: of.job, accounts: of.account, tokens: of.token },
    ...{ registers: 'coverage', messages: '1' },
  };
  const values: Fields = {
    ...{ period: '2023Q2', unit: 'yi', index: '1', id: ids[area] ?? '', sha256: of.sha256, form: 'xlsx' },
    ...{ sheet: 'sheet.xlsx', format: 'csv', version: path.startsWith('/api/') ? '1' : 'v1', digest: 'x' },
    name: area === 'assets' ? 'console.css' : of.file,
  };
  return of.numbers.map((number) =>
    path.replace(/:([a-z0-9]+)(?:\{[^/]*\})?/g, (_, name: string) =>
      encodeURIComponent(name === 'number' ? number : (values[name] ?? '')),
    ),
  );
}

/** A district in which 乙局 has a bulletin to answer, an objection with a file, a report, jobs, a token and rows in registers. */
async function peopled() {
  const opened = await consoleDistrict();
  const { console, app, actor, as } = opened;
  const [inspector, jia, yi] = [actor('inspector'), actor('jia'), actor('yi')];
  const period = '2023Q2';
  const quarter = await console.board.quarter(period);
  const numbersOf = (of: string) => quarter.findings.filter(({ unit }) => unit === of).map(({ number }) => number);
  const [mine, numbers] = [numbersOf('jia'), numbersOf('yi')];
  const all = quarter.findings.map(({ number }) => ({ number, seen: 0 }));
  await decideFindings(console, inspector, { period, findings: all, kind: 'accepted', points: null, reason: '' });
  const days = { publishedOn: '2023-06-06' as CivilDate, rectifyBy: '2023-06-09' as CivilDate };
  const frozen = await freezeBulletin(console, inspector, { period, ...days });
  const upload = { bytes: Buffer.from('单位,季度,重点栏目保障得分\nyi,2023Q2,4\njia,2023Q2,4\n'), name: 'c.csv' };
  await editRegister(console, inspector, 'coverage', upload);
  const note = { name: '乙局说明.txt', bytes: Buffer.from('乙局的说明') };
  await object(console, yi, { period, number: numbers[0] ?? '', text: '乙局认为没有问题', file: note });
  await object(console, jia, { period, number: mine[0] ?? '', text: '甲局认为没有问题', file: null });
  await feedBack(console, yi, { number: numbers[0] ?? '', text: '乙局已经整改', link: '' });
  const job = await askForSelfCheck(console, yi, 'yi');
  const { token } = await makeToken(console, yi, { label: '乙局用', days: 1 });
  const { secret } = await makeToken(console, jia, { label: '甲局用', days: 1 });
  const [objection] = await listObjections(console, yi, period);
  const [version] = await registerVersions(console, inspector, 'coverage');
  const theirs: Theirs = {
    ...{ numbers, objection: String(objection?.id), job: job.id, account: yi.id, token: token.id },
    ...{ sha256: version?.sha256 ?? '', file: frozen.files.find(({ name }) => name.endsWith('.docx'))?.name ?? '' },
  };
  /** What stands in nothing that 甲局 is shown. */
  const telling = ['乙局', 'yi/', '/yi/', '"yi"', ...numbers, job.id, yi.id, token.id];
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1', remotePort: 50000, remoteFamily: 'IPv4' } } };
  const bearer = { authorization: `Bearer ${secret}` };

  /** As an account of 甲局: a program with its token for the API, a browser with its cookie for pages. */
  async function ask(method: string, path: string, body?: unknown): Promise<Response> {
    const isApi = path.startsWith('/api/');
    if (isApi && (body === undefined || body instanceof FormData))
      return app.request(path, { method, headers: bearer, ...(body === undefined ? {} : { body }) }, address);
    if (isApi) {
      const headers = { ...bearer, 'content-type': 'application/json' };
      return app.request(path, { method, headers, body: JSON.stringify(body) }, address);
    }
    const browser = await as('jia');
    const headers = { origin: 'http://localhost', 'x-csrf-token': browser.csrf };
    if (body instanceof FormData) return browser.ask(path, { method, headers, body });
    if (body === undefined) return browser.ask(path, { method, headers });
    return browser.post(path, body as Fields, { method });
  }
  return { ...opened, ask, theirs, telling, mine };
}

/** Everything in both databases but sessions, and when tokens were used; and the registers and files that people gave in. */
function kept(data: string): ReadonlySet<string> {
  const rows = ['inspection.db', 'console.db'].flatMap((file) => {
    const db = new Database(join(data, file), { readonly: true });
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
    const found = tables
      .filter((table) => table !== 'sessions' && table !== 'sqlite_sequence')
      .flatMap((table) => db.prepare(`select * from "${table}"`).all() as Readonly<Record<string, unknown>>[])
      .map((row) => JSON.stringify({ ...row, used_at: undefined }));
    db.close();
    return found;
  });
  const files = [join(data, '..', 'registers'), join(data, 'uploads'), join(data, 'bulletins')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name))
      .map((path) => JSON.stringify({ path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') })),
  );
  return new Set([...rows, ...files]);
}

/** How a route may answer; a change of one's own that makes no sense is refused. */
const STATUSES: Readonly<Record<Whose, (status: number, method: string) => boolean>> = {
  nobody: (status) => status < 500,
  own: (status, method) => (method === 'GET' ? status === 200 : status === 303 || status === 400),
  unit: (status) => status === 404,
  district: (status) => status === 403,
};

async function expectNothingOf(telling: readonly string[], answer: Response, what: string): Promise<void> {
  const text = await answer.text();
  for (const one of telling) expect(text.includes(one), `${what} tells ${one}`).toBe(false);
  const location = answer.headers.get('location') ?? '';
  for (const one of telling) expect(location.includes(one), `${what} leads to ${one}`).toBe(false);
}

describe('an account of a unit', () => {
  it('meets every route of the console in this test', async () => {
    const { app } = await consoleDistrict();
    const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(routes)].sort()).toEqual(Object.keys(ROUTES).sort());
  }, 60_000);

  it('gets and changes nothing of another unit by any of them', async () => {
    const { ask, theirs, telling, console, as } = await peopled();
    // What is looked for is there for those whose it is.
    const theirPage = await (await as('yi')).page(`/findings/${theirs.numbers[0]}`);
    for (const one of ['乙局', theirs.numbers[0] ?? '']) expect(theirPage).toContain(one);
    const before = kept(console.data);
    for (const [route, { whose, body }] of Object.entries(ROUTES)) {
      const [method = '', path = ''] = route.split(' ');
      for (const address of new Set(addressesOf(path, theirs)))
        for (const query of method === 'GET' ? ['', '?unit=yi', '?period=2023Q2&unit=yi&text=tj&page=1'] : ['']) {
          const answer = await ask(method, address + query, body?.(theirs));
          const what = `${method} ${address}${query}`;
          expect(STATUSES[whose](answer.status, method), `${what}: ${answer.status}`).toBe(true);
          await expectNothingOf(telling, answer, what);
        }
    }
    const after = kept(console.data);
    expect([...before].filter((one) => !after.has(one))).toEqual([]);
    const added = [...after].filter((one) => !before.has(one)).map((one) => JSON.parse(one));
    // A log-in that failed, and the self-check of its own columns: what a form says besides does not count.
    for (const row of added)
      expect(row.unit === 'jia' || row.action === 'log-in-failed', JSON.stringify(row)).toBe(true);
    expect(added.filter(({ kind }) => kind === 'self-check')).toMatchObject([{ unit: 'jia' }]);
  }, 300_000);

  it('finds no other verb that does anything there', async () => {
    const { ask, theirs, telling, console } = await peopled();
    const before = kept(console.data);
    const paths = new Map<string, string[]>();
    for (const route of Object.keys(ROUTES)) {
      const [method = '', path = ''] = route.split(' ');
      for (const address of addressesOf(path, theirs)) paths.set(address, [...(paths.get(address) ?? []), method]);
    }
    for (const [address, methods] of paths)
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !methods.includes(one))) {
        const answer = await ask(method, address);
        expect([403, 404], `${method} ${address}`).toContain(answer.status);
        await expectNothingOf(telling, answer, `${method} ${address}`);
      }
    expect(kept(console.data)).toEqual(before);
  }, 300_000);

  it('is shown nothing of another unit beside what is its own', async () => {
    const { ask, theirs, telling, mine, console, actor } = await peopled();
    const period = '2023Q2';
    const [objection] = await listObjections(console, actor('jia'), period);
    const job = await askForSelfCheck(console, actor('jia'), 'jia');
    const ours = { ...theirs, numbers: mine, objection: String(objection?.id), job: job.id };
    const seen = new Set<string>();
    for (const [route, { whose }] of Object.entries(ROUTES)) {
      const [method = '', path = ''] = route.split(' ');
      // Events go on for as long as the job does.
      if (method !== 'GET' || whose !== 'unit' || path.endsWith('/events')) continue;
      for (const address of addressesOf(path, ours).map((one) => one.replace('/yi', '/jia'))) {
        const answer = await ask(method, address);
        if (answer.status === 200) seen.add(route);
        await expectNothingOf(telling, answer, `${method} ${address}`);
      }
    }
    expect(seen).toEqual(
      new Set([
        ...['GET /findings/:number', 'GET /findings/:number/evidence/:index/page', 'GET /scorecards/:unit'],
        ...['GET /findings/:number/evidence/:index/file', 'GET /units/:unit', 'GET /units/:unit/self-check'],
        ...['GET /units/:unit/agenda', 'GET /units/:unit/agenda.ics', 'GET /jobs/:id', 'GET /api/v1/jobs/:id'],
        ...['GET /api/v1/quarters/:period/findings/:number', 'GET /api/v1/quarters/:period/scorecards/:unit'],
        'GET /api/v1/quarters/:period/findings/:number/evidence/:index',
        'GET /api/v1/quarters/:period/findings/:number/evidence/:index/page',
        'GET /api/v1/quarters/:period/findings/:number/evidence/:index/file',
        ...['GET /api/v1/units/:unit', 'GET /api/v1/units/:unit/agenda', 'GET /api/v1/units/:unit/self-check'],
      ]),
    );
  }, 300_000);

  it('puts nothing on another unit’s record by what it adds to its own forms', async () => {
    const { ask, theirs, mine, console, actor } = await peopled();
    const [number] = theirs.numbers;
    const before = kept(console.data);
    const alien = {
      number: number ?? '',
      finding: number ?? '',
      unit: 'yi',
      period: '2023Q2',
      account: theirs.account,
    };
    const answer = await ask('POST', `/findings/${mine[0]}/feedback`, { ...alien, text: '甲局已经整改', link: '' });
    expect(answer.status).toBe(303);
    expect((await ask('POST', `/findings/${mine[0]}/recheck`, { ...alien, back: '/' })).status).toBe(303);
    const refused = await ask('POST', `/api/v1/findings/${mine[0]}/feedback`, { ...alien, text: '甲局已经整改' });
    expect(refused.status).toBe(400);
    const after = kept(console.data);
    const added = [...after].filter((one) => !before.has(one));
    expect(added.length).toBeGreaterThan(0);
    for (const one of added) expect(one).not.toMatch(/"unit":"yi"|yi\/guide|乙局/);
    expect(await listObjections(console, actor('yi'), '2023Q2')).toHaveLength(1);
  }, 120_000);
});

describe('nobody', () => {
  it('gets anything without logging in', async () => {
    const { app, theirs, telling, console } = await peopled();
    const before = kept(console.data);
    const address = { incoming: { socket: { remoteAddress: '10.0.0.9', remotePort: 50000, remoteFamily: 'IPv4' } } };
    const isPublic = new Set([
      'GET /assets/:digest/:name',
      'GET /healthz',
      'GET /login',
      'POST /login',
      'GET /metrics',
    ]);
    for (const route of Object.keys(ROUTES).filter((one) => !isPublic.has(one))) {
      const [method = '', path = ''] = route.split(' ');
      for (const at of addressesOf(path, theirs)) {
        const answer = await app.request(at, { method, headers: { origin: 'http://localhost' } }, address);
        if (at.startsWith('/api/')) expect(answer.status, `${method} ${at}`).toBe(401);
        else
          expect([answer.status, answer.headers.get('location')?.split('?')[0]], `${method} ${at}`).toEqual([
            303,
            '/login',
          ]);
        const text = await answer.text();
        for (const one of telling) expect(text.includes(one), `${method} ${at} tells ${one}`).toBe(false);
      }
    }
    expect((await app.request('/metrics', {}, address)).status).toBe(403);
    expect(kept(console.data)).toEqual(before);
  }, 120_000);
});
