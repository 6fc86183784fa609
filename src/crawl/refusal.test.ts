import { describe, expect, it } from 'vitest';
import { refusalIn } from './refusal.ts';

const answer = (body: string, type = 'application/json', status = 200) => ({
  url: 'http://a.example/api',
  status,
  headers: [['Content-Type', type]] as const,
  payload: Buffer.from(body),
});

describe('answers without data', () => {
  it.each<[string, string?]>([
    ['{"code":500,"msg":"系统繁忙"}'],
    ['{"success":false}'],
    ['{"status":"-1"}'],
    ['<html><body>正在进行安全验证，请完成验证后继续访问</body></html>', 'text/html'],
  ])('%s', (body, type) => expect(refusalIn([answer('{}'), answer(body, type)])).toContain('/api'));
  it.each<[string, string?]>([
    ['{"code":200,"data":[]}'],
    ['{"code":0}'],
    ['{"success":true,"status":"ok"}'],
    ['[]'],
    ['null'],
    ['<li>一则通报</li>', 'text/html'],
    ['jsonp({})', 'text/javascript'],
  ])('%s is none', (body, type) => expect(refusalIn([answer(body, type)])).toBeNull());
});
