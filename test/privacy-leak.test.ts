import { expect, it } from 'vitest';
import check from '../checks/privacy/check.ts';
import { cardNumber, residentNumber } from '../checks/privacy/numbers.fixture.ts';
import { runCase } from '../checks/test-case.ts';
import { articlePage, listPage, paragraphs, table } from '../checks/testing.ts';

it('a verdict holds no number of anybody, neither in its text nor in quotes nor in titles', async () => {
  const ids = [residentNumber('19850101', 1), residentNumber('19701231', 2)] as const;
  const phone = '13900000000';
  const card = cardNumber('621799000000000001');
  const title = `关于李测明（电话${phone}）身份证${ids[0]}救助情况的公示`;
  const rows = table(['姓名', '身份证号', '手机号', '银行卡号'], ['李测明', ids[0], phone, card]);
  const url = '/docs/doc_1.html';
  const verdicts = await runCase(check, {
    name: 'everything at once',
    asOf: '2023-08-08',
    columns: [{ topic: 'medical-aid', name: '医疗救助', url: '/docs/' }],
    pages: {
      '/docs/': listPage([{ title, url, date: '2023-05-06' }]),
      [url]: articlePage({
        title,
        date: '2023-05-06',
        body: `${paragraphs(`身份证号 ${ids[1]}`)}${rows}`,
        files: [{ name: '发放明细.csv', url: '/files/a.csv' }],
      }),
      '/files/a.csv': { body: `姓名,身份证号\n王试芳,${ids[1]}\n`, type: 'text/csv' },
    },
    expect: [],
  });
  expect(verdicts.filter(({ verdict }) => verdict === 'fail')).toHaveLength(3);
  // Hashes and addresses of captures are of another make.
  const said = JSON.stringify(verdicts.map(({ evidence, ...rest }) => [rest, evidence.map(({ quote }) => quote)]));
  expect(said).not.toMatch(/\d{9,}/);
  for (const number of [...ids, phone, card]) expect(JSON.stringify(verdicts)).not.toContain(number);
});
