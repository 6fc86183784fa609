import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RegisterId } from '../../model/register.ts';
import { loadRegisters } from '../../registers/load.ts';
import { PLAN } from '../../registers/plan.fixture.ts';
import { openUpload } from '../uploads/kept-uploads.ts';
import { openRegister } from './open-register.ts';
import type { RegisterDesk } from './register-desk.ts';
import { RegisterConflict, UnfitRows } from './register-errors.ts';
import { replaceRegister } from './replace-register.ts';
import { restoreRegister } from './restore-register.ts';
import { saveRegister } from './save-register.ts';
import { upsertRows } from './upsert-rows.ts';

const COVERAGE = '单位,季度,重点栏目保障得分\n';
const FEEDBACK = '单位,季度,截止日期,反馈日期\n';
const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A desk whose folder holds these files; without any it is not there yet. */
function deskWith(files: Readonly<Record<string, string | Uint8Array>> = {}): RegisterDesk {
  const home = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const desk = { plan: PLAN, coverageMax: 5, folder: join(home, 'registers'), data: join(home, 'data') };
  if (Object.keys(files).length > 0) mkdirSync(desk.folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(desk.folder, name), content);
  return desk;
}
const texts = async (desk: RegisterDesk, id: RegisterId) =>
  (await openRegister(desk, id)).rows.map(({ texts }) => texts);
const loaded = ({ folder }: RegisterDesk) => loadRegisters(folder, PLAN);
const bytesOf = ({ folder }: RegisterDesk, name: string): Buffer => readFileSync(join(folder, name));

async function refusal(work: Promise<unknown>): Promise<UnfitRows> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UnfitRows)) throw new Error(`it was taken, or worse: ${error}`);
  return error;
}

describe('an opened register', () => {
  it('that nobody has begun has its columns, what they take, and no version', async () => {
    const { columns, ...rest } = await openRegister(deskWith(), 'coverage');
    expect(rest).toEqual({
      ...{ id: 'coverage', title: '重点栏目保障得分台账', rows: [], problems: [] },
      ...{ isEditable: true, version: '', file: null },
    });
    expect(columns).toEqual([
      {
        id: 'unit',
        header: '单位',
        hint: expect.stringContaining('targets.yaml'),
        choices: ['区司法局', '区统计局'],
        isKey: true,
      },
      { id: 'period', header: '季度', hint: '请按季度填写，例如 2023Q1', choices: [], isKey: true },
      { id: 'score', header: '重点栏目保障得分', hint: expect.any(String), choices: [], isKey: false },
    ]);
  });
  it('shows rows with mistakes, with their mistakes and the most that the rulebook gives', async () => {
    const text = `${COVERAGE}sfj,2023Q2,六\n甲局,2023Q2,6\ntjj,2023Q2,5.5\n`;
    const { rows, problems, version, file } = await openRegister(deskWith({ 'Coverage.CSV': text }), 'coverage');
    expect({ version, file }).toEqual({ version: hash(text), file: 'Coverage.CSV' });
    expect(rows[0]).toEqual({ line: 2, texts: { unit: 'sfj', period: '2023Q2', score: '六' } });
    expect(problems.map(({ row, columnId, place }) => [row, columnId, place.file])).toEqual([
      [0, 'score', 'Coverage.CSV'],
      [1, 'unit', 'Coverage.CSV'],
      [2, 'score', 'Coverage.CSV'],
    ]);
  });
  it.each([
    ['cannot be read', { 'coverage.csv': `${COVERAGE}"` }, '引号不成对'],
    ['is there twice', { 'coverage.csv': COVERAGE, 'coverage.xlsx': 'x' }, '同一台账有两个文件'],
  ])('that %s says so and cannot be edited', async (_, files, what) => {
    const desk = deskWith(files);
    const { isEditable, problems, version } = await openRegister(desk, 'coverage');
    expect(isEditable).toBe(false);
    expect(problems).toMatchObject([{ what }]);
    expect((await refusal(saveRegister(desk, { id: 'coverage', rows: [], version }))).message).toContain(what);
    const rows = [{ unit: 'sfj', period: '2023Q2', score: '1' }];
    expect((await refusal(upsertRows(desk, { id: 'coverage', rows }))).message).toContain(what);
    expect(bytesOf(desk, 'coverage.csv').toString()).toBe(files['coverage.csv']);
  });
});

describe('a saved register', () => {
  const row = { unit: '区司法局', period: '2023Q2', score: '4.5' };

  it('is a new file where there was none, in a folder where there was none', async () => {
    const desk = deskWith();
    const change = await saveRegister(desk, { id: 'coverage', rows: [row], version: '' });
    const bytes = bytesOf(desk, 'coverage.csv');
    expect(change).toEqual({ before: '', after: hash(bytes), summary: '新增1行（区司法局 2023Q2）' });
    expect(bytes.toString()).toBe('\uFEFF单位,季度,重点栏目保障得分\r\n区司法局,2023Q2,4.5\r\n');
    expect((await loaded(desk)).coverage).toMatchObject([{ unit: 'sfj', score: 4.5 }]);
    expect(readdirSync(desk.folder)).toEqual(['coverage.csv']);
  });
  it('keeps the format of its file, and every version', async () => {
    const before = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['备注', '单位', '季度', '重点栏目保障得分'],
            ['已核', 'sfj', '2023Q2', 4],
            [null, 'tjj', '2023Q2', 3],
          ],
        },
      ],
    });
    const desk = deskWith({ 'coverage.xlsx': before });
    const { rows, version, columns } = await openRegister(desk, 'coverage');
    expect(columns.map(({ header }) => header)).toEqual(['备注', '单位', '季度', '重点栏目保障得分']);
    const next = [
      { ...rows[0]?.texts, score: '5' },
      { unit: 'tjj', period: '2023Q3', score: '1' },
    ];
    const change = await saveRegister(desk, { id: 'coverage', rows: next, version });
    expect(change).toEqual({
      before: hash(before),
      after: hash(bytesOf(desk, 'coverage.xlsx')),
      summary: '新增1行（tjj 2023Q3）、修改1行（sfj 2023Q2）、删除1行（tjj 2023Q2）',
    });
    expect(await texts(desk, 'coverage')).toEqual([
      { 'extra-1': '已核', unit: 'sfj', period: '2023Q2', score: '5' },
      { 'extra-1': '', unit: 'tjj', period: '2023Q3', score: '1' },
    ]);
    expect(readdirSync(join(desk.data, 'registers')).sort()).toEqual(
      [change.before, change.after].map((sha256) => `${sha256}.xlsx`).sort(),
    );
    expect(readFileSync(join(desk.data, 'registers', `${change.before}.xlsx`))).toEqual(Buffer.from(before));
  });
  it('is left as people made it where nothing in it changes', async () => {
    const text = iconv.encode(`${COVERAGE}区司法局,2023Q2,4\n`, 'gb18030');
    const desk = deskWith({ 'coverage.csv': text });
    const { version } = await openRegister(desk, 'coverage');
    expect(await saveRegister(desk, { id: 'coverage', rows: await texts(desk, 'coverage'), version })).toEqual({
      ...{ before: version, after: version, summary: '各行内容没有变化' },
    });
    expect(bytesOf(desk, 'coverage.csv')).toEqual(text);
    expect(existsSync(desk.data)).toBe(false);
  });
  it('is not what somebody else wrote meanwhile', async () => {
    const desk = deskWith({ 'coverage.csv': COVERAGE });
    const { version } = await openRegister(desk, 'coverage');
    const one = saveRegister(desk, { id: 'coverage', rows: [row], version });
    const other = saveRegister(desk, { id: 'coverage', rows: [{ ...row, score: '1' }], version });
    await one;
    await expect(other).rejects.toThrow(RegisterConflict);
    await expect(other).rejects.toThrow('coverage.csv 台账在打开之后已被他人修改，本次修改没有保存。请重新打开台账');
    expect(await texts(desk, 'coverage')).toEqual([row]);
    await expect(saveRegister(desk, { id: 'coverage', rows: [], version: '' })).rejects.toThrow(RegisterConflict);
  });
  it('has no mistake: all of them are told, and nothing is written', async () => {
    const desk = deskWith({ 'coverage.csv': COVERAGE });
    const { version } = await openRegister(desk, 'coverage');
    const rows = [
      row,
      { ...row, unit: 'sfj' },
      { ...row, unit: '甲局', score: 'x' },
      { ...row, unit: 'tjj', score: '5.01' },
    ];
    const { found, exitCode } = await refusal(saveRegister(desk, { id: 'coverage', rows, version }));
    expect(exitCode).toBe(2);
    expect(found.map(({ row, columnId, what }) => [row, columnId, what])).toEqual([
      [1, 'unit', '“单位、季度”与第 2 行相同'],
      [2, 'unit', '“单位”填写有误'],
      [2, 'score', '“重点栏目保障得分”填写有误'],
      [3, 'score', '重点栏目保障得分超过考核办法的上限5分'],
    ]);
    expect(bytesOf(desk, 'coverage.csv').toString()).toBe(COVERAGE);
  });
  it('has no column but its own', async () => {
    const { found } = await refusal(
      saveRegister(deskWith(), { id: 'feedback', rows: [{ unit: 'sfj', recieved: '2023-05-01' }], version: '' }),
    );
    expect(found).toMatchObject([{ what: '未知的列', value: 'recieved' }]);
  });
  it('is not there where it cannot be written', async () => {
    const desk = deskWith();
    writeFileSync(desk.folder, '');
    await expect(saveRegister(desk, { id: 'coverage', rows: [row], version: '' })).rejects.toMatchObject({
      problems: [{ remedy: expect.any(String) }],
    });
  });
});

describe('rows put in one by one', () => {
  it('take the place of those with the same unit and quarter, and keep what they do not name', async () => {
    const before = `序号,${FEEDBACK}1,区司法局,2023年第一季度,2023-05-11,\n2,tjj,2023Q1,2023/5/11,\n`;
    const desk = deskWith({ 'feedback.csv': before });
    const rows = [
      { unit: 'sfj', period: '2023Q1', received: '2023-05-09' },
      { unit: 'tjj', period: '2023Q2', due: '2023-08-11' },
    ];
    const { summary } = await upsertRows(desk, { id: 'feedback', rows });
    expect(summary).toBe('新增1行（区统计局 2023Q2）、修改1行（区司法局 2023年第一季度）');
    expect(bytesOf(desk, 'feedback.csv').toString().split('\r\n')).toEqual([
      `\uFEFF序号,${FEEDBACK.trim()}`,
      '1,区司法局,2023年第一季度,2023-05-11,2023-05-09',
      '2,tjj,2023Q1,2023/5/11,',
      ',区统计局,2023Q2,2023-08-11,',
      '',
    ]);
  });
  it('leave the mistakes of other rows to others', async () => {
    const desk = deskWith({ 'coverage.csv': `${COVERAGE}甲局,2023Q2,x\n` });
    await upsertRows(desk, { id: 'coverage', rows: [{ unit: 'sfj', period: '2023Q2', score: '3' }] });
    expect(await texts(desk, 'coverage')).toEqual([
      { unit: '甲局', period: '2023Q2', score: 'x' },
      { unit: '区司法局', period: '2023Q2', score: '3' },
    ]);
  });
  it('are refused with their own mistakes, in an unreadable table, and where two rows stand for one', async () => {
    const rows = [{ unit: 'sfj', period: '2023Q2', score: '9' }];
    expect((await refusal(upsertRows(deskWith(), { id: 'coverage', rows }))).found).toMatchObject([
      { columnId: 'score', row: 0 },
    ]);
    const headless = deskWith({ 'coverage.csv': '单位,季度\nsfj,2023Q2\n' });
    const good = [{ unit: 'sfj', period: '2023Q2', score: '3' }];
    expect((await refusal(upsertRows(headless, { id: 'coverage', rows: good }))).found).toMatchObject([
      { what: '缺少列' },
    ]);
    const twice = deskWith({ 'coverage.csv': `${COVERAGE}sfj,2023Q2,1\n区司法局,2023Q2,2\n` });
    expect((await refusal(upsertRows(twice, { id: 'coverage', rows: good }))).found).toMatchObject([{ row: 1 }]);
  });
  it('fifty at once are all there', async () => {
    const desk = deskWith({ 'tasks.csv': '单位,任务,截止日期,完成日期,分值\nsfj,培训,2023-06-30,,\n' });
    const tasks = Array.from({ length: 50 }, (_, n) => `任务${n}`);
    await Promise.all(
      tasks.map((task, n) =>
        upsertRows(desk, { id: 'tasks', rows: [{ unit: n % 2 ? 'sfj' : 'tjj', task, due: '2023-06-30' }] }),
      ),
    );
    expect((await loaded(desk)).tasks?.map(({ task }) => task)).toEqual(['培训', ...tasks]);
    expect(readdirSync(desk.folder)).toEqual(['tasks.csv']);
  });
  it('of several registers and the page at once lose nothing either', async () => {
    const desk = deskWith();
    const quarters = ['2023Q1', '2023Q2', '2023Q3', '2023Q4'];
    await Promise.all(
      quarters.flatMap((period) => [
        upsertRows(desk, { id: 'coverage', rows: [{ unit: 'sfj', period, score: '3' }] }),
        upsertRows(desk, { id: 'provincial-loss', rows: [{ unit: 'tjj', period, reason: '=未答复' }] }),
      ]),
    );
    const { coverage, 'provincial-loss': loss } = await loaded(desk);
    expect([coverage?.length, loss?.length]).toEqual([4, 4]);
    expect(loss?.[0]?.reason).toBe('=未答复');
  });
});

describe('an uploaded register', () => {
  const file = async (...rows: (string | number | null)[][]) =>
    Buffer.from(
      await writeXlsx({ sheets: [{ name: '表', rows: [['单位', '季度', '重点栏目保障得分', '备注'], ...rows] }] }),
    );

  it('takes the place of the rows, in the format that the register has, and is kept as it came', {
    timeout: 120_000,
  }, async () => {
    const before = `${COVERAGE}sfj,2023Q1,1\ntjj,2023Q1,2\n`;
    const desk = deskWith({ 'coverage.csv': before });
    const bytes = await file(['sfj', '2023Q1', 1.5, '=1+1'], ['tjj', '2023Q1', 2, null], ['tjj', '2023Q2', 2, null]);
    const change = await replaceRegister(desk, { id: 'coverage', bytes, name: '得分.xlsx' });
    expect(change).toEqual({
      before: hash(before),
      after: hash(bytesOf(desk, 'coverage.csv')),
      summary: '新增1行（tjj 2023Q2）、修改1行（sfj 2023Q1）',
      upload: hash(bytes),
    });
    expect(readdirSync(desk.folder)).toEqual(['coverage.csv']);
    expect(bytesOf(desk, 'coverage.csv').toString()).toContain("\r\nsfj,2023Q1,1.5,'=1+1\r\n");
    expect(openUpload(desk.data, change.upload)).toEqual(bytes);

    const restored = await restoreRegister(desk, { id: 'coverage', sha256: change.before });
    expect(restored).toMatchObject({ before: change.after, after: change.before });
    expect(bytesOf(desk, 'coverage.csv').toString()).toBe(before);
  });
  it('with mistakes changes nothing', { timeout: 120_000 }, async () => {
    const desk = deskWith({ 'coverage.csv': COVERAGE });
    const bytes = await file(['甲局', '2023Q1', 9, null]);
    const { found } = await refusal(replaceRegister(desk, { id: 'coverage', bytes, name: 'a.xlsx' }));
    expect(found.map(({ place, columnId }) => [place.file, columnId])).toEqual([['a.xlsx', 'unit']]);
    expect(bytesOf(desk, 'coverage.csv').toString()).toBe(COVERAGE);
    expect(existsSync(desk.data)).toBe(false);
  });
  it('sets a register right that could not be read', { timeout: 120_000 }, async () => {
    const desk = deskWith({ 'coverage.csv': `${COVERAGE}"` });
    await replaceRegister(desk, { id: 'coverage', bytes: Buffer.from(COVERAGE), name: 'a.csv' });
    expect((await loaded(desk)).coverage).toEqual([]);
    expect(readFileSync(join(desk.data, 'registers', `${hash(`${COVERAGE}"`)}.csv`), 'utf8')).toBe(`${COVERAGE}"`);
  });
});

describe('a kept version', () => {
  it('is restored row by row where the file has another format now', { timeout: 120_000 }, async () => {
    const desk = deskWith({ 'coverage.csv': `${COVERAGE}sfj,2023Q1,1\n` });
    const { before } = await saveRegister(desk, {
      ...{ id: 'coverage', rows: [{ unit: 'sfj', period: '2023Q1', score: '2' }] },
      version: hash(`${COVERAGE}sfj,2023Q1,1\n`),
    });
    rmSync(join(desk.folder, 'coverage.csv'));
    const workbook = await writeXlsx({ sheets: [{ name: '表', rows: [['单位', '季度', '重点栏目保障得分']] }] });
    writeFileSync(join(desk.folder, 'coverage.xlsx'), workbook);
    await restoreRegister(desk, { id: 'coverage', sha256: before });
    expect((await loaded(desk)).coverage).toMatchObject([{ unit: 'sfj', score: 1 }]);
    expect(readdirSync(desk.folder)).toEqual(['coverage.xlsx']);
  });
  it('must be one, of this register, and undamaged', { timeout: 120_000 }, async () => {
    const desk = deskWith({ 'coverage.csv': COVERAGE });
    const other = Buffer.from(FEEDBACK);
    const damaged = hash('damaged');
    mkdirSync(join(desk.data, 'registers'), { recursive: true });
    writeFileSync(join(desk.data, 'registers', `${hash(other)}.csv`), other);
    writeFileSync(join(desk.data, 'registers', `${damaged}.csv`), 'x');
    const restore = (sha256: string) => restoreRegister(desk, { id: 'coverage', sha256 });
    for (const none of ['0'.repeat(64), '../../registers/coverage', ''])
      await expect(restore(none)).rejects.toMatchObject({
        exitCode: 2,
        message: expect.stringContaining('没有保存这个版本'),
      });
    await expect(restore(damaged)).rejects.toMatchObject({ exitCode: 4 });
    expect((await refusal(restore(hash(other)))).found.map(({ what }) => what)).toContain('未知的列');
    expect(bytesOf(desk, 'coverage.csv').toString()).toBe(COVERAGE);
  });
});
