import { describe, expect, it } from 'vitest';
import { UserError } from '../model/user-error.ts';
import { loadConsoleSettings } from './console-settings.ts';
import { problemsOf, written } from './sample.fixture.ts';

const WHOLE = `version: 1
listen: { host: 0.0.0.0, port: 9000 }
publicUrl: https://xunjian.example.gov.cn/
trustProxy: true
night: '0 2 * * *'
mail:
  host: smtp.example.gov.cn
  port: 465
  secure: true
  user: xunjian
  passwordEnv: XUNJIAN_SMTP_PASSWORD
  from: '巡检 <xunjian@example.gov.cn>'
robots:
  - { name: 政务公开工作群, kind: wecom, urlEnv: XUNJIAN_WECOM_URL }
  - { name: 检查组, kind: dingtalk, urlEnv: XUNJIAN_DINGTALK_URL, secretEnv: XUNJIAN_DINGTALK_SECRET }
remind: { daysBefore: [5, 0], overdueEvery: 7 }
`;
const ENV = {
  XUNJIAN_SMTP_PASSWORD: 'open sesame',
  XUNJIAN_WECOM_URL: 'https://wecom.example.com/send?key=11',
  XUNJIAN_DINGTALK_URL: 'https://dingtalk.example.com/send?access_token=22',
  XUNJIAN_DINGTALK_SECRET: 'SEC33',
};

const load = (text: string, env: Readonly<Record<string, string>> = ENV) =>
  loadConsoleSettings(written(text, 'console.yaml'), env);
const problems = (text: string, env?: Readonly<Record<string, string>>) => problemsOf(() => load(text, env));
function changed(from: string, to: string): string {
  if (!WHOLE.includes(from)) throw new Error(`not in the sample: ${from}`);
  return WHOLE.replace(from, to);
}

describe('console.yaml', () => {
  it('may be left out, whole or all but its version', () => {
    const usual = {
      listen: { host: '127.0.0.1', port: 8680 },
      ...{ publicUrl: null, trustProxy: false, night: null, mail: null, robots: [] },
      remind: { daysBefore: [3, 1, 0], overdueEvery: 3 },
    };
    expect(loadConsoleSettings(null, {})).toEqual(usual);
    expect(load('version: 1\n', {})).toEqual(usual);
  });

  it('is read with its secrets from the environment', () => {
    expect(load(WHOLE)).toEqual({
      listen: { host: '0.0.0.0', port: 9000 },
      ...{ publicUrl: 'https://xunjian.example.gov.cn', trustProxy: true, night: '0 2 * * *' },
      mail: {
        ...{ host: 'smtp.example.gov.cn', port: 465, secure: true },
        login: { user: 'xunjian', password: 'open sesame' },
        from: { name: '巡检', address: 'xunjian@example.gov.cn' },
      },
      robots: [
        { name: '政务公开工作群', kind: 'wecom', url: 'https://wecom.example.com/send?key=11', secret: null },
        ...[
          {
            name: '检查组',
            kind: 'dingtalk',
            url: 'https://dingtalk.example.com/send?access_token=22',
            secret: 'SEC33',
          },
        ],
      ],
      remind: { daysBefore: [5, 0], overdueEvery: 7 },
    });
  });

  it.each([
    ['from: a@example.gov.cn', { port: 465, secure: true, from: { name: '', address: 'a@example.gov.cn' } }],
    ["from: '<a@example.gov.cn>'\n  port: 587", { port: 587, secure: false }],
    ['from: a@example.gov.cn\n  port: 465\n  secure: false', { secure: false }],
  ])('mail needs no more than server and sender: %s', (lines, mail) => {
    expect(load(`mail:\n  host: smtp.example.gov.cn\n  ${lines}\n`, {}).mail).toMatchObject({ login: null, ...mail });
  });

  it('refuses an unknown key with the nearest name, and tells all problems at once', () => {
    const text = changed('publicUrl:', 'publicURL:').replace('port: 9000', 'port: 90000');
    expect(problems(text)).toEqual([
      { at: '2:32', what: 'listen.port 填写有误', value: '90000', remedy: '不得大于 65535' },
      { at: '3:1', what: '未知的键', value: 'publicURL', remedy: expect.stringContaining('是否指 publicUrl？') },
    ]);
  });

  it.each([
    ['host: 0.0.0.0', 'host: http://0.0.0.0/', '2:17'],
    ['https://xunjian.example.gov.cn/', 'https://xunjian.example.gov.cn/console/', '3:12'],
    ['https://xunjian.example.gov.cn/', 'xunjian.example.gov.cn', '3:12'],
    ["'0 2 * * *'", "'2:00'", '5:8'],
    ["'0 2 * * *'", "'0 2 30 2 *'", '5:8'],
    ["'巡检 <xunjian@example.gov.cn>'", '巡检', '12:9'],
    ["'巡检 <xunjian@example.gov.cn>'", '"巡检\\r\\nBcc: b@example.com <a@example.gov.cn>"', '12:9'],
    ['kind: wecom', 'kind: feishu', '14:28'],
    ['daysBefore: [5, 0]', 'daysBefore: [5, -1]', '16:27'],
    ['overdueEvery: 7', 'overdueEvery: 0', '16:45'],
  ])('%s replaced by %s is refused at its place', (from, to, at) => {
    expect(problems(changed(from, to))).toMatchObject([{ at }]);
  });

  it.each([
    ['  passwordEnv: XUNJIAN_SMTP_PASSWORD\n', '', 'mail.user'],
    ['  user: xunjian\n', '', 'mail.passwordEnv'],
    ['name: 检查组', 'name: 政务公开工作群', 'robots[1].name'],
    ['kind: dingtalk', 'kind: wecom', 'robots[1].secretEnv'],
  ])('what does not go together is refused: %s', (from, to, path) => {
    expect(problems(changed(from, to))).toMatchObject([{ what: expect.stringContaining(path) }]);
  });
});

describe('secrets of console.yaml', () => {
  it.each(Object.keys(ENV))('%s that is not set, or empty, is an error that names it', (name) => {
    const { [name as keyof typeof ENV]: _, ...rest } = ENV;
    for (const env of [rest, { ...rest, [name]: '' }])
      expect(problems(WHOLE, env)).toMatchObject([{ value: name, remedy: expect.stringContaining(name) }]);
  });

  it('are not repeated where they are wrong', () => {
    const env = { ...ENV, XUNJIAN_WECOM_URL: 'file:///etc/key=abc' };
    expect(problems(WHOLE, env)).toMatchObject([{ at: '14:43', value: 'XUNJIAN_WECOM_URL' }]);
    for (const [from, secret] of [
      ['XUNJIAN_SMTP_PASSWORD', 'Passw0rd!'],
      ['XUNJIAN_WECOM_URL', 'https://wecom.example.com/send?key=abc'],
      ['XUNJIAN_DINGTALK_SECRET', 'SECabc'],
    ] as const) {
      const file = written(changed(from, secret), 'console.yaml');
      expect(() => loadConsoleSettings(file, ENV)).toThrow(UserError);
      expect(() => loadConsoleSettings(file, ENV)).not.toThrow(secret);
    }
  });
});
