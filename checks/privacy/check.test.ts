import { describe, it } from 'vitest';
import { articlePage, type CheckCase, listPage, paragraphs, table, testCheck } from '../testing.ts';
import check from './check.ts';
import { cardNumber, residentNumber } from './numbers.fixture.ts';

const url = '/docs/doc_1.html';
const subject = `http://www.example.gov.cn${url}`;
const clean = { verdict: 'pass', subject: 'lzqcsj' } as const;
const IDS = [residentNumber('19850101', 1), residentNumber('19701231', 2)] as const;
const PHONES = ['13900000000', '13900000001'] as const;
const CARDS = [cardNumber('621799000000000001'), cardNumber('621799000000000002')] as const;
const NAMES = ['李测明', '王试芳'] as const;

const alert = (message: string, says: string) =>
  ({ verdict: 'fail', message, subject, advisory: true, alert: true, says }) as const;

interface Given {
  readonly title?: string;
  readonly body?: string;
  /** The text of an attached .csv. */
  readonly csv?: string;
}

function documentCase(
  name: string,
  { title = '2023年第二季度高龄津贴发放名单公示', body, csv }: Given,
  expect: CheckCase['expect'],
): CheckCase {
  const files = csv === undefined ? [] : [{ name: '发放明细.csv', url: '/files/a.csv' }];
  const page = articlePage({ title, date: '2023-05-06', body: body ?? paragraphs('现予以公示，明细见附件。'), files });
  return {
    name,
    asOf: '2023-08-08',
    columns: [{ topic: 'elderly-allowance', name: '高龄津贴', url: '/docs/' }],
    pages: {
      '/docs/': listPage([{ title, url, date: '2023-05-06' }]),
      [url]: page,
      ...(csv === undefined ? {} : { '/files/a.csv': { body: csv, type: 'text/csv' } }),
    },
    expect: [...expect, clean],
  };
}

const rows = (heading: string, values: readonly string[]): string =>
  table(['序号', '姓名', heading, '村居'], ...values.map((value, i) => [String(i + 1), NAMES[i] ?? '', value, '甲村']));

const cases: CheckCase[] = [
  documentCase('resident numbers in a table', { body: rows('身份证号', IDS) }, [alert('id-number', '2个，如370***')]),
  documentCase(
    'resident numbers in a file',
    { csv: `序号,姓名,身份证号\n1,${NAMES[0]},${IDS[0]}\n2,${NAMES[1]},${IDS[1]}\n` },
    [alert('id-number', '附件“发放明细.csv”表格第2行')],
  ),
  documentCase(
    'one number in page and file is one',
    { body: paragraphs(`${NAMES[0]}，身份证号${IDS[0]}。`), csv: `姓名,身份证号\n${NAMES[0]},${IDS[0]}\n` },
    [alert('id-number', '1个')],
  ),
  documentCase('phones of recipients', { body: rows('联系电话', PHONES) }, [alert('phone', '2个，如139******00')]),
  documentCase('cards of recipients', { body: rows('银行卡号', CARDS) }, [alert('bank-card', '2个，如621')]),
  documentCase(
    'three kinds, each by itself',
    {
      body: table(['姓名', '身份证号', '手机号', '一卡通账号'], [NAMES[0], IDS[0], PHONES[0], CARDS[0]]),
    },
    [alert('id-number', '1个'), alert('phone', '1个'), alert('bank-card', '1个')],
  ),
  documentCase('masked numbers', { body: rows('身份证号', ['370399********0012', '138****1234']) }, []),
  documentCase('serials and accounts', { body: `${rows('流水号', IDS)}${rows('项目编号', IDS)}` }, []),
  documentCase(
    'a board of river chiefs',
    { title: '村级河长公示牌', body: table(['姓名', '职务', '联系电话'], [NAMES[0], '村级河长', PHONES[0]]) },
    [],
  ),
  documentCase(
    'an account for deposits',
    { title: '某工程招标公告', body: paragraphs(`投标保证金户名：临淄区公共资源交易中心，账号：${CARDS[0]}`) },
    [],
  ),
  documentCase('an office’s phone', { body: paragraphs('咨询电话：13900000000（工作日）') }, []),
  {
    ...documentCase('a file out of reach', { csv: '' }, []),
    pages: {
      '/docs/': listPage([{ title: '名单', url, date: '2023-05-06' }]),
      [url]: articlePage({
        title: '名单',
        date: '2023-05-06',
        body: paragraphs('见附件。'),
        files: [{ name: '明细.xls', url: '/files/a.xls' }],
      }),
      '/files/a.xls': { fault: 'timeout' },
    },
    expect: [{ verdict: 'inconclusive', reason: 'not-fetched', subject: 'lzqcsj' }],
  },
  {
    name: 'no column at all',
    asOf: '2023-08-08',
    columns: [],
    pages: {},
    expect: [{ verdict: 'inconclusive', reason: 'no-address' }],
  },
];

describe('privacy', () => {
  it.each(cases)('$name', (one) => testCheck(check, [one]));
});
