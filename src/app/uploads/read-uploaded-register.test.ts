import { Buffer } from 'node:buffer';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../model/user-error.ts';
import { PLAN } from '../../registers/plan.fixture.ts';
import {
  archive,
  cellAt,
  goodRow,
  lyingAbout,
  oldOffice,
  renamed,
  strings,
  twoFaced,
  workbookWith,
} from './hostile.fixture.ts';
import { REGISTER_LIMITS } from './limits.ts';
import { readUploadedRegister } from './read-uploaded-register.ts';

const read = (bytes: Uint8Array, limits = {}) =>
  readUploadedRegister({
    kind: 'register',
    bytes,
    name: '得分.xlsx',
    id: 'coverage',
    rules: { plan: PLAN, coverageMax: 5 },
    limits: { ...REGISTER_LIMITS, ...limits },
  });
const HEADER = '单位,季度,重点栏目保障得分';
const csv = (...lines: string[]): Buffer => Buffer.from([HEADER, ...lines].join('\n'));
const sheet = [
  { line: 1, cells: ['单位', '季度', '重点栏目保障得分'] },
  { line: 2, cells: ['sfj', '2023Q2', '4.5'] },
];

/** What was said against a file, on one line. */
async function refusal(bytes: Uint8Array, limits = {}): Promise<string> {
  const error = await read(bytes, limits).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`it was taken, or worse: ${error}`);
  return error.message;
}

describe('an uploaded register', () => {
  it.each([
    ['a workbook', () => workbookWith(goodRow)],
    ['CSV', () => csv('sfj,2023Q2,4.5')],
    ['CSV in GB18030', () => iconv.encode(`${HEADER}\nsfj,2023Q2,4.5\n`, 'gb18030')],
  ])('is read by its content, whatever its name says: %s', async (_, made) =>
    expect(await read(await made())).toEqual({ sheet, problems: [] }),
  );
  it('has every mistake told with its cell, and the most points that the rulebook gives', async () => {
    const { problems } = await read(csv('甲局,2023Q2,4', 'sfj,2023Q2,6'));
    expect(problems).toMatchObject([
      { row: 0, columnId: 'unit', value: '甲局', place: { file: '得分.xlsx', line: 2, column: 1 } },
      { row: 1, columnId: 'score', value: '6', what: '重点栏目保障得分超过考核办法的上限5分' },
    ]);
  });
  it('has so many mistakes told as people can read', async () => {
    const { problems } = await read(csv(...Array.from({ length: 600 }, () => `x,2023Q1,${'9'.repeat(5000)}`)));
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)).toMatchObject({ what: '另有700处错误没有列出', row: null });
    expect(Math.max(...problems.map(({ value = '' }) => value.length))).toBeLessThan(100);
  });
});

describe('a file that is no register', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['bytes of nothing', () => Buffer.alloc(4096), '不是 .xlsx 或 .csv 文件'],
    ['a page', () => Buffer.from('<html><table><tr><td>单位</td></tr></table></html>'), '不是 .xlsx 或 .csv 文件'],
    ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), '不是 .xlsx 或 .csv 文件'],
    ['an old workbook', () => oldOffice('Workbook'), '.xls'],
    ['a locked workbook', () => oldOffice('EncryptedPackage'), '密码'],
    ['an archive of something else', () => archive({ 'a.txt': 'x' }), '不是可以打开的 .xlsx 文件'],
    ['half a workbook', async () => (await workbookWith(goodRow)).subarray(0, 700), '已损坏'],
    [
      'a name that leads out',
      async () => renamed(await workbookWith(goodRow, undefined, { 'xl/xx/a.xml': '' }), 'xl/xx/a.xml', '../../a.xml'),
      '已损坏',
    ],
    ['text in no encoding', () => Buffer.from([0x2c, 0xff, 0xff]), '文字编码无法识别'],
    ['an open quote', () => csv(`"${'a'.repeat(1_000_000)}`), '引号不成对'],
  ])('is refused: %s', async (_, made, said) => expect(await refusal(await made())).toContain(said));

  it('is no text where NUL stands in it', async () => {
    const { problems } = await read(csv(`sfj,2023Q2,4\n${'x'.repeat(2000)}\0,,`));
    expect(problems.map(({ what }) => what)).toContain('含有不可见的控制字符');
  });
});

describe('a file that is too large', () => {
  it('in rows', async () => {
    const rows = [['单位', '季度', '重点栏目保障得分'], ...Array.from({ length: 51 }, () => ['sfj', '2023Q2', 1])];
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows }] });
    expect(await refusal(bytes, { rows: 50 })).toBe('得分.xlsx 超过50行：51 行。请只保留台账本身的行和列');
    expect((await read(bytes, { rows: 51 })).sheet).toHaveLength(52);
  });
  it('in columns', async () => expect(await refusal(csv(`a${',b'.repeat(100)}`))).toContain('超过100列'));
  it('in words, of which each cell only names the same', async () => {
    const cells = Array.from(
      { length: 400 },
      (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>0</v></c></row>`,
    );
    const bytes = await workbookWith(cells.join(''), strings('', 'x'.repeat(30_000)));
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(bytes)).toContain('单元格文字过多：12000');
  });
  it('once unpacked', async () => {
    const bomb = await workbookWith(goodRow, undefined, { 'xl/bomb.xml': ' '.repeat(3_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await refusal(bomb, { unpackedBytes: 2_000_000 })).toContain('解压后超过');
  });
  it('once unpacked, though it says otherwise', async () => {
    const bomb = await workbookWith(goodRow, undefined, { 'xl/bomb.xml': ' '.repeat(3_000_000) });
    expect(await refusal(lyingAbout(bomb, 100), { unpackedBytes: 2_000_000 })).toContain('已损坏');
    expect(await refusal(twoFaced(bomb), { unpackedBytes: 2_000_000 })).toContain('已损坏');
  });
  it('in members', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.xml`, '']));
    expect(await refusal(await archive(many))).toContain('文件过多');
  });
  it('by its last corner', async () =>
    expect(await refusal(await workbookWith(cellAt('XFD1048576')))).toContain('不是可以打开的 .xlsx 文件'));
});

describe('entities that a workbook declares', () => {
  const told = async (doctype: string, value: string) => {
    const { problems } = await read(
      await workbookWith('<row r="2"><c r="A2" t="s"><v>0</v></c></row>', strings(doctype, value)),
    );
    return problems[0];
  };
  it('are not multiplied', async () => {
    const laughs = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');
    expect(await told(`<!DOCTYPE l [<!ENTITY e0 "ha">${laughs}]>`, '&e30;')).toMatchObject({
      columnId: 'unit',
      value: '&e30;',
    });
  });
  it('are not fetched', async () =>
    expect(await told('<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;')).toMatchObject({
      value: '&x;',
    }));
});
