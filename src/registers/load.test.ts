import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { period } from '../model/period.ts';
import { UserError } from '../model/user-error.ts';
import { loadRegisters } from './load.ts';
import { PLAN } from './plan.fixture.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

function folder(files: Files): string {
  const dir = mkdtempSync(join(tmpdir(), 'registers-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);
  return dir;
}
const load = (files: Files) => loadRegisters(folder(files), PLAN);

/** What is wrong, as `file:line:column what：value。remedy` with the folder left out. */
async function problems(files: Files): Promise<string[]> {
  const dir = folder(files);
  const error = await loadRegisters(dir, PLAN).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`nothing was wrong, or worse: ${error}`);
  return error.message.split('\n').map((line) => line.replace(`${dir}/`, ''));
}

const workbook = async (...sheets: CellValue[][][]): Promise<Uint8Array> =>
  await writeXlsx({ sheets: sheets.map((rows, i) => ({ name: `表${i + 1}`, rows })) });

const SUBMISSIONS = '单位,月份,报送数,不合格数\n';
const ROW = { unit: 'sfj', month: period('month', 2023, 4), sent: 2, rejected: 1 };

describe('the folder', () => {
  it('may be missing, or have no register: all unknown', async () => {
    const none = await loadRegisters(null, PLAN);
    expect(Object.values(none)).toEqual(Array(11).fill(null));
    expect(await load({})).toEqual(none);
  });
  it('with a register of no rows is not the same', async () =>
    expect(await load({ 'submissions.csv': SUBMISSIONS })).toMatchObject({ submissions: [], feedback: null }));
  it('may hold notes, lock files and folders', async () => {
    const dir = folder({
      'README.md': '说明',
      '~$submissions.xlsx': 'x',
      '.~lock.submissions.csv#': 'x',
      'tasks.csv.9.tmp': '单',
    });
    mkdirSync(join(dir, '2022'));
    expect(Object.values(await loadRegisters(dir, PLAN))).toEqual(Array(11).fill(null));
  });
  it('must not hold anything that may be a register by another name', async () => {
    expect(await problems({ 'submission.csv': SUBMISSIONS, 'feedback.xls': 'x' })).toEqual([
      expect.stringMatching(/^feedback\.xls 不是规定的台账文件。.*\.xlsx/),
      expect.stringMatching(/^submission\.csv 不是规定的台账文件。.*submissions/),
    ]);
  });
  it('must not hold a register twice', async () => {
    const file = await workbook([['单位']]);
    expect(await problems({ 'submissions.csv': SUBMISSIONS, 'submissions.xlsx': file })).toEqual([
      expect.stringMatching(/^submissions\.xlsx 同一台账有两个文件。请只保留/),
    ]);
  });
  it('must be there', async () =>
    await expect(loadRegisters('/no/such/folder', PLAN)).rejects.toThrow(/台账文件夹无法读取/));
});

describe('a csv file', () => {
  const text = `${SUBMISSIONS}区司法局,2023-04,2,1\n`;
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', text],
    ['UTF-8 with BOM', `\uFEFF${text}`],
    ['GB18030', iconv.encode(text, 'gb18030')],
    ['Windows line ends', text.replaceAll('\n', '\r\n')],
    ['English header', text.replace('单位,月份,报送数,不合格数', 'unit,month,sent,rejected')],
    ['columns in another order', '不合格数,报送数,单位,月份\n1,2,区司法局,2023-04\n'],
    ['blank lines', `\n${text.replace('\n', '\n\n,,,\n')}\n`],
    ['columns for people', '序号,单位,月份,报送数,不合格数,备注\n1,区司法局,2023-04,2,1,已电话核对\n'],
    ['quotes and full-width digits', `${SUBMISSIONS}"区司法局 ",２０２３-０４,２,"1"\n`],
  ])('in %s', async (_, content) => expect((await load({ 'submissions.csv': content })).submissions).toEqual([ROW]));

  it('in capitals is the same file', async () =>
    expect((await load({ 'Submissions.CSV': text })).submissions).toEqual([ROW]));
  it.each(['sfj', '区司法局', '示例区司法局', '区司法局（法制办）', '区司法局(法制办)'])('knows %s', async (name) =>
    expect((await load({ 'submissions.csv': `${SUBMISSIONS}${name},2023-04,2,1\n` })).submissions).toEqual([ROW]),
  );
  it('counts lines where a cell has several', async () => {
    const rows = '区司法局,2023Q1,"第一行\n第二行"\n区统计局,2023Q9,丢失\n';
    expect(await problems({ 'provincial-loss.csv': `单位,季度,理由\n\n${rows}` })).toEqual([
      'provincial-loss.csv:5:2 “季度”填写有误：2023Q9。请按季度填写，例如 2023Q1',
    ]);
  });
  it('with an open quote says where', async () =>
    expect(await problems({ 'submissions.csv': `${SUBMISSIONS}区司法局,"2023-04,2,1\n` })).toEqual([
      expect.stringMatching(/^submissions\.csv:\d 引号不成对。/),
    ]));
  it('in an unknown encoding says so', async () =>
    expect(await problems({ 'submissions.csv': Uint8Array.from([0xff, 0xff, 0xff]) })).toEqual([
      expect.stringMatching(/^submissions\.csv 文件的文字编码无法识别。/),
    ]));
});

describe('an xlsx file', () => {
  const header = ['单位', '月份', '报送数', '不合格数'];
  it('is read with numbers and with the dates that Excel makes of months', async () => {
    const file = await workbook([header, ['区司法局', new Date(Date.UTC(2023, 3, 1)), 2, 1]]);
    expect((await load({ 'submissions.xlsx': file })).submissions).toEqual([ROW]);
  });
  it('names rows as Excel counts them', async () => {
    const file = await workbook([header, [null], ['区司法局', '2023-04', 2.5, null]]);
    expect(await problems({ 'submissions.xlsx': file })).toEqual([
      'submissions.xlsx:3:3 “报送数”填写有误：2.5。请填写整数，没有的填 0',
      'submissions.xlsx:3:4 “不合格数”为空。请填写整数，没有的填 0；合并的单元格请拆分后逐行填写',
    ]);
  });
  it('must not spread over sheets', async () => {
    const file = await workbook([header], [header]);
    expect(await problems({ 'submissions.xlsx': file })).toEqual([expect.stringContaining('表1、表2')]);
  });
  it('may have empty sheets', async () =>
    expect((await load({ 'submissions.xlsx': await workbook([header], [[null]]) })).submissions).toEqual([]));
  it('must be one', async () =>
    expect(await problems({ 'submissions.xlsx': 'text' })).toEqual([
      expect.stringMatching(/^submissions\.xlsx 不是可以打开的 \.xlsx 文件。/),
    ]));
});

describe('rows', () => {
  it('of all registers are read', async () => {
    const registers = await load({
      'submissions.csv': `${SUBMISSIONS}sfj,2023年4月,2,1\n`,
      'feedback.csv':
        '单位,季度,截止日期,反馈日期\nsfj,2023Q1,2023-05-11,\ntjj,2023年第一季度,2023/5/11,2023年5月9日\n',
      'coverage.csv': '单位,季度,重点栏目保障得分\nsfj,2023Q2,4.5\n',
      'personnel.csv': '单位,姓名,职务,分工,任职日期,免职日期\nsfj,甘某,局长,,2023-03-01,\n',
      'no-event.csv':
        '单位,主题,期间,说明,网址\ntjj,统计数据,2023H1,未开展普查,\nsfj,guide,2023-05,无,http://a.example/\n',
      'holidays.csv': '日期,类型\n2027-01-01,假日\n2027-01-03,工作日\n',
      'waivers.csv': '单位,检查项,对象,有效期至,批准人,理由\nsfj,guide,2023,2023-12-31,甲,网站改版\n',
      'applications.csv':
        '单位,收到日期,渠道,延期告知日期,答复日期\nsfj,2023-04-03,信函,,2023-04-20\nsfj,2023-04-03,信函,,\n',
      'tasks.csv': '单位,任务,截止日期,完成日期,分值\nsfj,培训,2023-06-30,,\ntjj,培训,2023-06-30,2023-06-01,1\n',
      'bonus.csv': '单位,年度,事项,分值,理由\nsfj,2023年度,创新,0.5,获推介\n',
      'provincial-loss.csv': '单位,季度,理由\nsfj,2023Q2,未按时答复\n',
    });
    expect(registers).toEqual({
      submissions: [ROW],
      feedback: [
        { unit: 'sfj', period: period('quarter', 2023, 1), due: '2023-05-11', received: null },
        { unit: 'tjj', period: period('quarter', 2023, 1), due: '2023-05-11', received: '2023-05-09' },
      ],
      coverage: [{ unit: 'sfj', period: period('quarter', 2023, 2), score: 4.5 }],
      personnel: [{ unit: 'sfj', name: '甘某', post: '局长', duties: '', from: '2023-03-01', until: null }],
      'no-event': [
        { unit: 'tjj', topic: 'statistics', period: period('half-year', 2023, 1), reason: '未开展普查', url: '' },
        { unit: 'sfj', topic: 'guide', period: period('month', 2023, 5), reason: '无', url: 'http://a.example/' },
      ],
      holidays: [
        { date: '2027-01-01', kind: 'holiday' },
        { date: '2027-01-03', kind: 'workday' },
      ],
      waivers: [{ unit: 'sfj', check: 'guide', subject: '2023', until: '2023-12-31', by: '甲', reason: '网站改版' }],
      applications: [
        { unit: 'sfj', received: '2023-04-03', channel: '信函', extended: null, answered: '2023-04-20' },
        { unit: 'sfj', received: '2023-04-03', channel: '信函', extended: null, answered: null },
      ],
      tasks: [
        { unit: 'sfj', task: '培训', due: '2023-06-30', done: null, points: 0.5 },
        { unit: 'tjj', task: '培训', due: '2023-06-30', done: '2023-06-01', points: 1 },
      ],
      bonus: [{ unit: 'sfj', year: 2023, item: '创新', points: 0.5, reason: '获推介' }],
      'provincial-loss': [{ unit: 'sfj', period: period('quarter', 2023, 2), reason: '未按时答复' }],
    });
  });

  it.each([
    ['unknown unit', 'coverage', '单位,季度,重点栏目保障得分\n区财政局,2023Q2,5\n', '2:1 “单位”填写有误：区财政局。'],
    ['unknown topic', 'no-event', '单位,主题,期间,说明,网址\nsfj,统计,2023,无,\n', '2:2 “主题”填写有误：统计。'],
    ['no such day', 'holidays', '日期,类型\n2027-02-29,假日\n', '2:1 “日期”填写有误：2027-02-29。'],
    ['month first', 'holidays', '日期,类型\n5/1/2027,假日\n', '2:1 “日期”填写有误：5/1/2027。'],
    ['kind of day', 'holidays', '日期,类型\n2027-01-01,休息\n', '2:2 “类型”填写有误：休息。请填写 假日 或 工作日'],
    ['month 13', 'submissions', `${SUBMISSIONS}sfj,2023-13,1,0\n`, '2:2 “月份”填写有误：2023-13。'],
    ['day in a month', 'submissions', `${SUBMISSIONS}sfj,2023-04-15,1,0\n`, '2:2 “月份”填写有误：2023-04-15。'],
    ['negative number', 'submissions', `${SUBMISSIONS}sfj,2023-04,-1,0\n`, '2:3 “报送数”填写有误：-1。'],
    ['more rejected than sent', 'submissions', `${SUBMISSIONS}sfj,2023-04,1,2\n`, '2:4 不合格数大于报送数：2。'],
    [
      'answered too early',
      'applications',
      '单位,收到日期,渠道,延期告知日期,答复日期\nsfj,2023-04-03,,,2023-04-01\n',
      '2:5 答复日期早于收到日期：2023-04-01。',
    ],
    ['bad URL', 'no-event', '单位,主题,期间,说明,网址\nsfj,guide,2023,无,/a.html\n', '2:5 “网址”填写有误：/a.html。'],
    ['empty cell', 'coverage', '单位,季度,重点栏目保障得分\nsfj,2023Q2,\n', '2:3 “重点栏目保障得分”为空。'],
    ['row too short', 'coverage', '单位,季度,重点栏目保障得分\nsfj,2023Q2\n', '2:3 “重点栏目保障得分”为空。'],
    ['row too long', 'coverage', '单位,季度,重点栏目保障得分\nsfj,2023Q2,4,5\n', '2:4 内容超出表头：5。'],
    ['unknown header', 'coverage', '单位,季度,重点栏目保障得分,得分\n', '1:4 未知的列：得分。'],
    ['header twice', 'coverage', '单位,unit,季度,重点栏目保障得分\n', '1:2 同一列出现两次：unit。'],
    [
      'header missing',
      'feedback',
      '单位,季度,截止日期\n',
      '1 缺少列：反馈日期。首行请填写：单位、季度、截止日期、反馈日期',
    ],
    ['no header', 'feedback', '\n', ' 台账没有表头。首行请填写：单位、季度'],
    [
      'month entered twice',
      'submissions',
      `${SUBMISSIONS}sfj,2023-04,1,0\n区司法局,2023/4,2,0\n`,
      '3:1 “单位、月份”与第 2 行相同：区司法局。',
    ],
    [
      'coverage entered twice',
      'coverage',
      '单位,季度,重点栏目保障得分\nsfj,2023Q2,4\ntjj,2023Q2,4\nsfj,2023Q2,5\n',
      '4:1 “单位、季度”与第 2 行相同：sfj。',
    ],
  ])('%s', async (_, register, text, expected) => {
    const [first = '', ...more] = await problems({ [`${register}.csv`]: text });
    expect(first.startsWith(`${register}.csv${expected.startsWith(' ') ? '' : ':'}${expected}`), first).toBe(true);
    expect(more).toEqual([]);
  });

  it('that are bad are told all at once, file by file', async () => {
    const found = await problems({
      'submissions.csv': `${SUBMISSIONS}甲局,2023-4月,x,0\ntjj,2023-04,1,0\n乙局,2023-04,1,0\n`,
      'coverage.csv': '单位,季度,重点栏目保障得分\nsfj,2023,四分\n',
      'tasks.xlsx': 'x',
    });
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'coverage.csv:2:2',
      'coverage.csv:2:3',
      'submissions.csv:2:1',
      'submissions.csv:2:2',
      'submissions.csv:2:3',
      'submissions.csv:4:1',
      'tasks.xlsx',
    ]);
  });
});
