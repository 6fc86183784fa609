import { describe, expect, it } from 'vitest';
import { apiDistrict } from './api-client.fixture.ts';

const LONG = 120_000;
const Q = '/quarters/2023Q2';

/** The district's API, and numbers of its findings by unit. */
async function numbered() {
  const district = await apiDistrict();
  const inspector = await district.program('inspector');
  const { json } = await inspector('GET', `${Q}/findings`);
  const numbersOf = (unit: string): readonly string[] =>
    (json.findings as readonly { readonly unit: string; readonly number: string }[])
      .filter((one) => one.unit === unit)
      .map(({ number }) => number);
  const [jia = ''] = numbersOf('jia');
  const [yi = '', other = ''] = numbersOf('yi');
  return { ...district, inspector, jia, yi, other };
}

/** A form with texts and files. */
function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('decisions', { timeout: LONG }, () => {
  it('are made on many at once, and what somebody else decided meanwhile is left and told', async () => {
    const { inspector, program, jia, yi } = await numbered();
    const second = await program('second');
    const on = (...numbers: readonly string[]) => numbers.map((number) => ({ number, seen: 0 }));
    const first = await inspector('POST', `${Q}/decisions`, { kind: 'rejected', reason: '已公开', findings: on(jia) });
    expect(first).toMatchObject({ status: 200, json: { conflicts: [], gone: [] } });
    expect(first.json.made).toMatchObject([
      { number: jia, standing: 'rejected', cost: 0, decision: { byName: '检查员甲' } },
    ]);
    const late = await second('POST', `${Q}/decisions`, { kind: 'accepted', findings: on(jia) });
    expect(late.status).toBe(409);
    expect(late.json.error.details).toEqual([{ number: jia, what: '已由检查员甲审核为“不予认定”' }]);
    const both = await second('POST', `${Q}/decisions`, { kind: 'accepted', findings: on(jia, yi) });
    expect(both).toMatchObject({
      status: 200,
      json: { made: [{ number: yi, standing: 'accepted' }], conflicts: [{ number: jia, standing: 'rejected' }] },
    });
    const { seen } = both.json.conflicts[0];
    const back = await second('POST', `${Q}/decisions`, { kind: 'withdrawn', findings: [{ number: jia, seen }] });
    expect(back.json.made).toMatchObject([{ number: jia, standing: 'pending', decision: null }]);
  });

  it('count at once, need a reason, and are not for readers', async () => {
    const { inspector, program, jia } = await numbered();
    const findings = [{ number: jia, seen: 0 }];
    const reader = await program('reader');
    expect((await reader('POST', `${Q}/decisions`, { kind: 'accepted', findings })).status).toBe(403);
    const without = await inspector('POST', `${Q}/decisions`, { kind: 'repriced', points: 0.2, findings });
    expect(without).toMatchObject({ status: 400, json: { error: { remedy: '请填写理由' } } });
    await inspector('POST', `${Q}/decisions`, { kind: 'repriced', points: 0.2, reason: '情节轻微', findings });
    const { json } = await inspector('GET', `${Q}/scorecards/jia`);
    expect(json).toMatchObject({ card: { deducted: 0.2 }, proposed: { deducted: 0.5 }, spared: [{ number: jia }] });
    expect(json.deductions).toMatchObject([{ points: 0.2, proposed: 0.5, findings: [{ number: jia, cost: 0.2 }] }]);
    const { rankings } = (await reader('GET', `${Q}/scorecards`)).json;
    expect(rankings[0].rows).toContainEqual(expect.objectContaining({ unit: 'jia', proposed: 19.5 }));
  });
});

describe('a finding', { timeout: LONG }, () => {
  it('is told with its evidence, which is sent as harmlessly as the pages send it', async () => {
    const { program, jia } = await numbered();
    const unit = await program('jia');
    const { json } = await unit('GET', `${Q}/findings/${jia.toLowerCase()}`);
    expect(json).toMatchObject({
      number: jia,
      verdict: { verdict: 'fail', check: 'guide' },
      feedback: [],
      history: [],
    });
    const [{ links, sha256 }] = json.evidence;
    const facts = await unit('GET', links.facts.replace('/api/v1', ''));
    expect(facts.json).toMatchObject({ kind: 'look', status: 200, sha256, trouble: null });
    const page = await unit('GET', links.page.replace('/api/v1', ''));
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('示例区甲局政府信息公开指南') });
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    const file = await unit('GET', links.file.replace('/api/v1', ''));
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect((await unit('GET', links.picture.replace('/api/v1', ''))).status).toBe(404);
  });

  it('is found by the filters that the pages have', async () => {
    const { inspector, yi, other } = await numbered();
    const found = async (query: string) =>
      (await inspector('GET', `${Q}/findings?${query}`)).json.findings.map(({ number }: { number: string }) => number);
    expect(await found('unit=yi')).toEqual(expect.arrayContaining([yi, other]));
    expect(await found(`text=${yi}`)).toEqual([yi]);
    expect(await found('standing=accepted')).toEqual([]);
    expect(await found('state=fixed')).toEqual([]);
    expect(await found('weight=charged&order=newest')).toHaveLength(4);
    const { json } = await inspector('GET', `${Q}/finding-choices`);
    expect(json.units).toContainEqual({ id: 'yi', title: '乙局' });
  });
});

describe('objections', { timeout: LONG }, () => {
  it('are raised as JSON or with a file, and answered once', async () => {
    const { inspector, program, jia, yi } = await numbered();
    const [jias, yis] = [await program('jia'), await program('yi')];
    expect((await jias('POST', `${Q}/findings/${jia}/objections`, { text: '指南已更新' })).status).toBe(204);
    expect((await jias('POST', `${Q}/findings/${jia}/objections`, { text: '再次' })).status).toBe(409);
    expect((await jias('POST', `${Q}/findings/${jia}/objections`)).status).toBe(400);
    const file = new File(['已于三月更新'], '说明.txt', { type: 'text/html' });
    const form = formOf({ text: '见附件', file });
    expect((await yis('POST', `${Q}/findings/${yi}/objections`, form)).status).toBe(204);
    expect((await inspector('POST', `${Q}/findings/${yi}/objections`, { text: 'x' })).status).toBe(403);
    const { objections } = (await inspector('GET', `${Q}/objections`)).json;
    expect(objections).toHaveLength(2);
    expect((await yis('GET', `${Q}/objections`)).json.objections).toMatchObject([
      { number: yi, file: { name: '说明.txt' } },
    ]);
    const { id } = objections.find(({ number }: { number: string }) => number === yi);
    const given = await yis('GET', `/objections/${id}/file`);
    expect(given).toMatchObject({ status: 200, text: '已于三月更新' });
    expect(given.headers.get('content-type')).toBe('application/octet-stream');
    expect((await yis('POST', `/objections/${id}/answer`, { upheld: true, text: '成立' })).status).toBe(403);
    const answer = await inspector('POST', `/objections/${id}/answer`, { upheld: true, text: '成立' });
    expect(answer.json).toMatchObject({ id, answer: { upheld: true, text: '成立', byName: '检查员甲' } });
    expect((await inspector('POST', `/objections/${id}/answer`, { upheld: false, text: '不成立' })).status).toBe(409);
  });

  it('with a file of another kind are refused with the reason', async () => {
    const { program, jia } = await numbered();
    const unit = await program('jia');
    const form = formOf({ text: '见附件', file: new File(['<script>alert(1)</script>'], 'x.html') });
    const refused = await unit('POST', `${Q}/findings/${jia}/objections`, form);
    expect(refused).toMatchObject({ status: 400, json: { error: { status: 400 } } });
    expect((await unit('GET', `${Q}/objections`)).json).toEqual({ objections: [] });
  });
});

describe('registers and coverage', { timeout: LONG }, () => {
  it('are entered, kept in versions and put back; what somebody else changed meanwhile is a conflict', async () => {
    const { inspector } = await numbered();
    const scores = [{ unit: 'jia', score: 4.5, seen: null }];
    expect((await inspector('PUT', `${Q}/coverage`, { scores })).json).toEqual({ changed: 1 });
    expect((await inspector('PUT', `${Q}/coverage`, { scores: [{ ...scores[0], score: 4 }] })).status).toBe(409);
    expect((await inspector('PUT', `${Q}/coverage`, { scores: [{ unit: 'jia', score: 9 }] })).status).toBe(400);
    expect((await inspector('PUT', `${Q}/coverage`, { scores: [{ unit: 'nobody', score: 1 }] })).status).toBe(404);
    const { units } = (await inspector('GET', `${Q}/coverage`)).json;
    expect(units).toContainEqual(expect.objectContaining({ unit: 'jia', entered: 4.5 }));

    const open = (await inspector('GET', '/registers/coverage')).json;
    const rows = [...open.rows, { unit: '乙局', period: '2023Q2', score: '3' }];
    const saved = await inspector('PUT', '/registers/coverage', { version: open.version, rows });
    expect(saved).toMatchObject({ status: 200, json: { before: open.version, summary: '新增1行（乙局 2023Q2）' } });
    expect((await inspector('PUT', '/registers/coverage', { version: open.version, rows })).status).toBe(409);
    const wrong = { version: saved.json.after, rows: [{ unit: '某局', period: '2023Q2', score: '六' }] };
    const refused = await inspector('PUT', '/registers/coverage', wrong);
    expect(refused.status).toBe(400);
    expect(refused.json.error.details).toMatchObject([
      { row: 0, column: 'unit', remedy: expect.any(String) },
      { row: 0, column: 'score', value: '六' },
    ]);

    const file = new File(['单位,季度,重点栏目保障得分\njia,2023Q2,2\n'], '得分.csv');
    const uploaded = await inspector('POST', '/registers/coverage/upload', formOf({ file }));
    expect(uploaded.status).toBe(200);
    expect((await inspector('POST', '/registers/coverage/upload', formOf({ file: '不是文件' }))).status).toBe(400);
    const { versions } = (await inspector('GET', '/registers/coverage/versions')).json;
    expect(versions.map(({ sha256 }: { sha256: string }) => sha256)).toContain(open.version);
    expect((await inspector('GET', `/registers/coverage/versions/${open.version}`)).text).toContain('4.5');
    expect((await inspector('POST', '/registers/coverage/restore', { sha256: '0'.repeat(64) })).status).toBe(404);
    const restored = await inspector('POST', '/registers/coverage/restore', { sha256: open.version });
    expect(restored.json).toMatchObject({ before: uploaded.json.after, after: open.version });
    expect((await inspector('GET', '/registers/coverage/file')).text).toContain('4.5');
    expect((await inspector('GET', '/registers/coverage/template?format=csv')).text).toContain('重点栏目保障得分');
    expect((await inspector('GET', '/registers')).json.registers).toHaveLength(11);
  });
});

describe('a bulletin', { timeout: LONG }, () => {
  it('goes out once everything is decided; units report on it, and jobs are told of and taken back', async () => {
    const { inspector, program, send, secretOf, jia, actor } = await numbered();
    const days = { publishedOn: '2023-06-06', rectifyBy: '2023-06-09', seen: 0 };
    expect((await inspector('POST', `${Q}/bulletin`, { ...days, rectifyBy: '2023-02-30' })).status).toBe(400);
    expect((await inspector('POST', `${Q}/bulletin`, days)).status).toBe(409);
    const { undecided } = (await inspector('GET', `${Q}/bulletin`)).json;
    const findings = undecided.map(({ number, seen }: { number: string; seen: number }) => ({ number, seen }));
    await inspector('POST', `${Q}/decisions`, { kind: 'accepted', findings });
    expect((await inspector('GET', `${Q}/bulletin/draft/preview`)).headers.get('content-security-policy')).toMatch(
      /sandbox/,
    );
    expect((await inspector('GET', `${Q}/bulletin/draft/xlsx`)).status).toBe(200);
    expect((await inspector('GET', `${Q}/bulletin/draft/exe`)).status).toBe(404);
    const frozen = await inspector('POST', `${Q}/bulletin`, days);
    expect(frozen).toMatchObject({ status: 201, json: { period: '2023Q2', version: 1, trouble: null } });
    expect((await inspector('POST', `${Q}/bulletin`, days)).status).toBe(409);
    for (const { href } of frozen.json.files)
      expect((await inspector('GET', href.replace('/api/v1', ''))).status, href).toBe(200);
    expect((await inspector('GET', '/bulletins')).json.versions).toHaveLength(1);
    expect((await inspector('GET', `${Q}/bulletin`)).json).toMatchObject({ isCurrent: true, differences: [] });

    const unit = await program('jia');
    const told = (await unit('GET', '/rectification')).json.items;
    expect(told).toMatchObject([{ number: jia, unit: 'jia', progress: 'awaiting-feedback', due: '2023-06-09' }]);
    const elsewhere = { text: '已更新', link: 'http://elsewhere.example/' };
    expect((await unit('POST', `/findings/${jia}/feedback`, elsewhere)).status).toBe(400);
    const recheck = await unit('POST', `/findings/${jia}/feedback`, { text: '已更新' });
    expect(recheck).toMatchObject({
      status: 202,
      json: { kind: 'recheck', unit: 'jia', number: jia, state: 'waiting' },
    });
    expect((await unit('POST', `/findings/${jia}/recheck`)).json.id).toBe(recheck.json.id);
    expect((await inspector('GET', '/rectification?progress=awaiting-recheck')).json.items).toMatchObject([
      { number: jia, feedback: { text: '已更新', byName: actor('jia').name } },
    ]);

    const night = await inspector('POST', '/jobs/night');
    expect(night).toMatchObject({ status: 202, json: { kind: 'night', unit: null } });
    expect((await unit('POST', '/jobs/night')).status).toBe(403);
    expect((await unit('GET', `/jobs/${night.json.id}`)).status).toBe(404);
    const selfCheck = await unit('POST', '/units/jia/self-check');
    expect((await unit('GET', '/units/jia/self-check')).json).toMatchObject({
      open: [{ id: selfCheck.json.id }],
      result: null,
    });
    const { waiting } = (await inspector('GET', '/jobs')).json;
    expect(waiting.map(({ kind }: { kind: string }) => kind)).toEqual(['recheck', 'self-check', 'night']);

    const authorization = `Bearer ${await secretOf('jia')}`;
    const watched = send(`/jobs/${selfCheck.json.id}/events`, { headers: { authorization } });
    expect((await unit('POST', `/jobs/${selfCheck.json.id}/cancel`)).status).toBe(204);
    expect((await unit('POST', `/jobs/${selfCheck.json.id}/cancel`)).status).toBe(409);
    const { headers, text } = await watched;
    expect(headers.get('content-type')).toContain('text/event-stream');
    const last =
      text
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .at(-1) ?? '';
    expect(JSON.parse(last.slice(6))).toMatchObject({ id: selfCheck.json.id, state: 'cancelled', text: '已取消' });
  });
});

describe('accounts, tokens and messages', { timeout: LONG }, () => {
  it('are looked after by administrators alone', async () => {
    const { program, inspector, actor } = await numbered();
    const ask = await program('administrator');
    const form = { login: 'bing', name: '丙镇经办', role: 'unit', unit: 'bing' };
    const made = await ask('POST', '/accounts', form);
    expect(made).toMatchObject({ status: 201, json: { login: 'bing', unit: 'bing', mustChangePassword: true } });
    expect(made.json.password).toMatch(/^(?:[a-z0-9]{4}-){3}[a-z0-9]{4}$/);
    expect((await ask('POST', '/accounts', form)).status).toBe(409);
    expect((await ask('POST', '/accounts', { ...form, login: 'ding', unit: 'nowhere' })).status).toBe(400);
    expect((await ask('PATCH', `/accounts/${made.json.id}`, { disabled: true })).status).toBe(204);
    expect((await ask('PATCH', `/accounts/${actor('administrator').id}`, { role: 'reader' })).status).toBe(400);
    expect((await ask('PATCH', '/accounts/nobody', { name: 'x' })).status).toBe(404);
    const { accounts } = (await ask('GET', '/accounts')).json;
    expect(accounts).toContainEqual(expect.objectContaining({ login: 'bing', name: '丙镇经办', disabled: true }));
    expect(JSON.stringify(accounts)).not.toMatch(/scrypt/);
    expect((await ask('POST', `/accounts/${actor('reader').id}/password`)).json).toMatchObject({ login: 'reader' });
    for (const path of ['/accounts', '/messages']) expect((await inspector('GET', path)).status).toBe(403);
    expect((await ask('GET', '/messages')).json).toEqual({ mailServer: null, robots: [], messages: [] });
    expect((await ask('POST', '/messages/test', { channel: 'mail', recipient: 'x@example.gov.cn' })).status).toBe(400);
    expect((await ask('POST', '/messages/7/resend')).status).toBe(404);
    const { entries, next } = (await inspector('GET', '/log?action=create-account&limit=1')).json;
    expect(entries).toMatchObject([{ action: 'create-account', unit: 'bing', byName: '管理员' }]);
    expect((await inspector('GET', `/log?action=create-account&limit=500&before=${next}`)).json.next).toBeNull();
  });

  it('of one’s own are made and taken back, and a password needs the one before', async () => {
    const { program, actor, send, as } = await numbered();
    const ask = await program('jia');
    const made = await ask('POST', '/tokens', { label: '报表', days: 30 });
    expect(made).toMatchObject({ status: 201, json: { label: '报表', usedAt: null } });
    const headers = { authorization: `Bearer ${made.json.secret}` };
    expect((await send('/me', { headers })).status).toBe(200);
    expect((await ask('GET', '/tokens')).json.tokens.map(({ label }: { label: string }) => label)).toContain('报表');
    expect((await (await program('yi'))('DELETE', `/tokens/${made.json.id}`)).status).toBe(404);
    expect((await ask('DELETE', `/tokens/${made.json.id}`)).status).toBe(204);
    expect((await send('/me', { headers })).status).toBe(401);
    expect((await ask('POST', '/tokens', { label: '报表', days: 999 })).status).toBe(400);
    const fresh = 'another-horse-battery';
    expect((await ask('POST', '/me/password', { old: 'wrong-password', fresh })).status).toBe(400);
    const administrator = await program('administrator');
    const { password } = (await administrator('POST', `/accounts/${actor('yi').id}/password`)).json;
    const { cookie, csrf } = await as('yi');
    const browser = { cookie, host: 'localhost', origin: 'http://localhost', 'x-csrf-token': csrf };
    expect((await send('/quarters', { headers: browser })).status).toBe(403);
    const body = JSON.stringify({ old: password, fresh });
    const change = { method: 'POST', headers: { ...browser, 'content-type': 'application/json' }, body };
    expect((await send('/me/password', change)).status).toBe(204);
    expect((await send('/quarters', { headers: browser })).status).toBe(200);
  });
});

describe('the rest', { timeout: LONG }, () => {
  it('is told: where the quarter stands, what could not be read, units, calendars, and the document', async () => {
    const { inspector, program } = await numbered();
    expect((await inspector('GET', '/quarters')).json.quarters).toMatchObject([{ id: '2023Q2', until: '2023-06-30' }]);
    expect((await inspector('GET', `${Q}/overview`)).json).toMatchObject({ charged: { pending: 4 }, deducted: 2 });
    expect((await inspector('GET', `${Q}/unread`)).json).toMatchObject({ total: 0, unread: [] });
    const { units } = (await inspector('GET', '/units')).json;
    expect(units).toMatchObject([
      { id: 'jia', charged: 1 },
      { id: 'yi', charged: 2 },
      { id: 'bing', charged: 1 },
    ]);
    const yis = await program('yi');
    const own = (await yis('GET', '/units/yi?period=2023Q2')).json;
    expect(own.columns).toMatchObject([{ topic: 'guide', state: 'defective' }, { topic: 'statistics' }]);
    expect((await yis('GET', '/units/yi?period=2022Q2')).status).toBe(404);
    expect((await yis('GET', '/units/yi/agenda')).json).toMatchObject({ today: '2023-06-06', until: '2023-08-05' });
    expect((await yis('GET', '/openapi.json')).json).toMatchObject({ openapi: '3.1.0', paths: expect.any(Object) });
    const docs = await yis('GET', '/docs');
    expect(docs.headers.get('content-type')).toContain('text/html');
    for (const text of ['/quarters/{period}/decisions', '审核一个或多个问题']) expect(docs.text).toContain(text);
    expect(docs.text.match(/<script/g)).toHaveLength(3);
    expect(docs.text).not.toMatch(/(?:src|href)="https?:/);
  });
});
