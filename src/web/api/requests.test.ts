import { describe, expect, it } from 'vitest';
import { apiDistrict } from './api-client.fixture.ts';

const LONG = 60_000;
const MEGABYTE = 1024 ** 2;

describe('a request that makes no sense', { timeout: LONG }, () => {
  it('is answered in the one form of errors, and nothing of the program is told', async () => {
    const { send, secretOf } = await apiDistrict();
    const headers = { authorization: `Bearer ${await secretOf('inspector')}`, 'content-type': 'application/json' };
    const post = (body: string, more: Readonly<Record<string, string>> = {}) =>
      send('/quarters/2023Q2/decisions', { method: 'POST', headers: { ...headers, ...more }, body });
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const answers = [
      [400, await post('')],
      [400, await post('{"kind"')],
      [400, await post('null')],
      [400, await post('[]')],
      [400, await post(deep)],
      [400, await post(`{"kind":"accepted","findings":${deep}}`)],
      [400, await post('{"kind":"accepted","findings":[{"number":"1F703A78","seen":"0"}]}')],
      [400, await post('{"kind":"repriced","points":"0.5","reason":"x","findings":[]}')],
      [400, await post('{"kind":"accepted","findings":[{"number":"1F703A78","seen":-1}]}')],
      [400, await post('{"kind":"accepted","findings":[{"number":"1F703A78","seen":1.5}]}')],
      [400, await post('{"kind":"accepted","findings":[],"role":"administrator"}')],
      [400, await post('{"kind":"accepted","findings":[{"number":"1F703A78","seen":0,"unit":"yi"}]}')],
      [400, await post('{"kind":"toString","findings":[]}')],
      [400, await post('{"__proto__":{"kind":"accepted"},"findings":[]}')],
      [415, await post('kind=accepted', { 'content-type': 'application/x-www-form-urlencoded' })],
      [415, await post('{"kind":"accepted"}', { 'content-type': 'text/plain' })],
      [415, await post('<kind/>', { 'content-type': 'application/xml' })],
      [413, await post(' '.repeat(12 * MEGABYTE + 1))],
      [404, await post('{"kind":"accepted","findings":[{"number":"00000000","seen":0}]}')],
    ] as const;
    for (const [at, [status, answer]] of answers.entries()) {
      expect(answer.status, `${at}: ${answer.text}`).toBe(status);
      expect(answer.json.error, String(at)).toMatchObject({
        status,
        what: expect.any(String),
        remedy: expect.any(String),
      });
      expect(answer.text).not.toMatch(/\bat [A-Za-z.]+ \(|node_modules|\.ts\b|Error:/);
    }
  });

  it('says which fields are wrong, in Chinese', async () => {
    const { program } = await apiDistrict();
    const ask = await program('inspector');
    const { json } = await ask('POST', '/quarters/2023Q2/decisions', { kind: 'x', findings: [{ seen: 0, y: 1 }] });
    expect(json.error.details).toEqual([
      { path: 'kind', what: '只能是 accepted、rejected、advised、repriced、withdrawn', remedy: '请按接口说明填写' },
      { path: 'findings.0.number', what: '缺少该字段', remedy: '请按接口说明填写' },
      { path: 'findings.0.y', what: '未知的字段', remedy: '请删去该字段' },
    ]);
  });

  it('does not change what all objects have', async () => {
    const { program, send, secretOf } = await apiDistrict();
    const headers = { authorization: `Bearer ${await secretOf('inspector')}`, 'content-type': 'application/json' };
    const body = '{"version":"","rows":[{"__proto__":{"polluted":"1"},"constructor":"x","prototype":"y"}]}';
    expect((await send('/registers/coverage', { method: 'PUT', headers, body })).status).toBe(400);
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
    const ask = await program('inspector');
    expect((await ask('GET', '/registers/__proto__')).status).toBe(404);
    expect((await ask('GET', '/registers/constructor')).status).toBe(404);
  });

  it('with a key twice means what is checked: the last, as JSON readers agree', async () => {
    const { send, secretOf } = await apiDistrict();
    const headers = { authorization: `Bearer ${await secretOf('inspector')}`, 'content-type': 'application/json' };
    const twice = '{"label":"甲","label":"乙","days":1}';
    expect((await send('/tokens', { method: 'POST', headers, body: twice })).json).toMatchObject({ label: '乙' });
    expect(
      (await send('/tokens', { method: 'POST', headers, body: '{"label":"甲","days":1,"days":"9"}' })).status,
    ).toBe(400);
  });

  it('names no quarter, finding or file by tricks', async () => {
    const { program } = await apiDistrict();
    const ask = await program('inspector');
    const periods = ['2023Q5', '2023Q0', '2023-05', '2023', '2022Q1', '..%2f', '%2e%2e', '%00', "2023Q2'--", '2023q2'];
    for (const period of [...periods, '２０２３Q2', '2023Q2%20', '2023Q2.json'])
      for (const rest of ['overview', 'findings', 'coverage', 'bulletin', 'bulletin/draft/xlsx'])
        expect((await ask('GET', `/quarters/${period}/${rest}`)).status, `${period}/${rest}`).toBe(404);
    const numbers = ['1', '-1', '0x1F703A78', '1F703A7', '1F703A78%00', '%2e%2e%2f%2e%2e', 'jia%2fguide', "'or'1'='1"];
    for (const number of numbers)
      expect((await ask('GET', `/quarters/2023Q2/findings/${number}`)).status, number).toBe(404);
    for (const index of ['0', '-1', '1.0', '1e0', '01', '999999999999999999', 'NaN', '%31%00', '２'])
      expect((await ask('GET', `/quarters/2023Q2/findings/1F703A78/evidence/${index}/page`)).status, index).toBe(404);
    for (const id of ['0', '-1', '1e3', '9'.repeat(30), 'x'])
      expect((await ask('GET', `/objections/${id}/file`)).status, id).toBe(404);
    const names = ['..%2f..%2fconsole.db', '%2e%2e', 'audit.json%00', '/etc/passwd'];
    for (const name of names)
      expect((await ask('GET', `/quarters/2023Q2/bulletin/versions/1/${name}`)).status, name).toBe(404);
  });

  it('asks for pages of a list within limits', async () => {
    const { program } = await apiDistrict();
    const ask = await program('inspector');
    const asked = async (query: string) => (await ask('GET', `/quarters/2023Q2/findings?${query}`)).status;
    for (const query of ['page=0', 'page=-1', 'page=x', 'page=1.5', 'pageSize=201', 'pageSize=0', 'page=1&page=2'])
      expect(await asked(query), query).toBe(400);
    for (const query of ['state=none', 'topic=__proto__', 'standing=x', 'weight=', 'objected=1'])
      expect(await asked(query), query).toBe(400);
    const { json } = await ask('GET', '/quarters/2023Q2/findings?pageSize=3&page=2');
    expect(json).toMatchObject({ total: 4, page: 2, pages: 2 });
    expect(json.findings).toHaveLength(1);
  });

  it('does not become another by a header or a field', async () => {
    const { send, secretOf, console } = await apiDistrict();
    const headers = { authorization: `Bearer ${await secretOf('administrator')}` };
    const [token] = await console.store.tokens.of((await send('/me', { headers })).json.id);
    const path = `/tokens/${token?.id}`;
    const override = { ...headers, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    expect((await send(path, { headers: override })).status).toBe(404);
    expect((await send(`${path}?_method=DELETE`, { method: 'POST', headers: override })).status).toBe(404);
    expect((await send('/me', { headers })).status).toBe(200);
    for (const method of ['PROPFIND', 'OPTIONS', 'PUT'])
      expect((await send('/me', { method, headers })).status, method).toBe(404);
  });
});
