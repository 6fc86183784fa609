import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RegisterId } from '../model/register.ts';
import { UserError } from '../model/user-error.ts';
import { type RegisterDefinition, registerDefinitions } from './definitions.ts';
import { checkTable, edited } from './edit-table.ts';
import { loadRegisters } from './load.ts';
import { PLAN } from './plan.fixture.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { located, type Table, tableOf } from './table.ts';
import { tableAsCsv, tableAsXlsx } from './write-table.ts';

const definitions = registerDefinitions(PLAN);
const { coverage, waivers, bonus } = definitions;
const coverageDefinition = coverage as RegisterDefinition<unknown>;
const opened = (definition: Pick<RegisterDefinition<unknown>, 'columns'>, text: string): Table =>
  tableOf(definition, readCsv(new TextEncoder().encode(text), 'x.csv'));
const shown = ({ columns, rows }: Table) => [
  columns.map(({ header }) => header),
  ...rows.map(({ texts }) => columns.map(({ id }) => texts[id])),
];

const FORMATS = {
  csv: {
    write: async (_: string, table: Table) => tableAsCsv(table),
    read: async (bytes: Uint8Array) => readCsv(bytes, 'x.csv'),
  },
  xlsx: { write: tableAsXlsx, read: (bytes: Uint8Array) => readXlsx(bytes, 'x.xlsx') },
};

/** What people type, and what a spreadsheet, a parser or XML may take for something else. */
const cell = fc.oneof(
  fc.constantFrom('', ' ', '区司法局', '2023-04', '2023Q2', '4.50', '4.5', '007', '-0.5', '+1', '-0', '1e21', '１２'),
  fc.constantFrom(
    '=1+1',
    "'=1",
    "''@x",
    '@',
    '-',
    '-无',
    '\t=x',
    '＝1',
    '=HYPERLINK("http://a.example")',
    '#N/A',
    'true',
  ),
  fc.constantFrom(
    '"',
    '""',
    'a,"b"',
    '两\n行',
    '\n',
    ' 前后 ',
    '_x0041_',
    '_x005F_x0041_',
    '<a>&amp;',
    ']]>',
    '\u3000全角',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[^\P{Cc}\t\n]|\p{Cs}|[\ufffe\uffff]/u.test(text)),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
);

describe.each(['csv', 'xlsx'] as const)('a table written as %s', (format) => {
  const { write, read } = FORMATS[format];

  it.each(Object.keys(definitions) as RegisterId[])('is read back equal: %s', async (id) => {
    const definition = definitions[id] as RegisterDefinition<unknown>;
    const empty = tableOf(definition, []);
    const row = fc.array(cell, { minLength: empty.columns.length, maxLength: empty.columns.length });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
        const table = edited(
          empty,
          rows
            .filter((cells) => cells.some((text) => text.trim() !== ''))
            .map((cells) => Object.fromEntries(empty.columns.map(({ id }, at) => [id, cells[at] ?? '']))),
        );
        const again = tableOf(definition, await read(await write(definition.title, table)));
        expect(shown(again)).toEqual(shown(table));
        expect(again.columns).toEqual(table.columns);
      }),
      { numRuns: format === 'csv' ? 100 : 12 },
    );
  });

  it('keeps the columns that people have for themselves, where they stand', async () => {
    const table = opened(coverage, '序号,单位,备注,季度,重点栏目保障得分,备注\n1,sfj,=电话核对,2023Q2,4.5,\n');
    const again = tableOf(
      coverage,
      await read(
        await write(
          coverage.title,
          edited(
            table,
            table.rows.map(({ texts }) => texts),
          ),
        ),
      ),
    );
    expect(shown(again)).toEqual([
      ['序号', '单位', '备注', '季度', '重点栏目保障得分', '备注'],
      ['1', 'sfj', '=电话核对', '2023Q2', '4.5', ''],
    ]);
  });

  it('is a register that an audit loads', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tables-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const row = { unit: '区司法局', year: '2023', item: '=创新', points: '-0.5', reason: '“推介”,\n两行' };
    const table = edited(tableOf(bonus, []), [row]);
    writeFileSync(join(folder, `bonus.${format}`), await write(bonus.title, table));
    expect((await loadRegisters(folder, PLAN)).bonus).toEqual([{ ...row, unit: 'sfj', year: 2023, points: -0.5 }]);
  });
});

it('a csv file runs no formula when it is opened in a spreadsheet, and is a Windows file with its mark', () => {
  const texts = ['=cmd()', '@SUM(A1)', '+1+1', '-1+1', '＝1', "'=1"];
  const table = edited(tableOf(bonus, []), [...texts.map((item) => ({ unit: 'sfj', item, points: '-0.5' }))]);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(tableAsCsv(table));
  const [header, ...rows] = text.split('\r\n');
  expect(header).toBe('\uFEFF单位,年度,事项,分值,理由');
  expect(rows).toEqual([...texts.map((item) => `sfj,,'${item},-0.5,`), '']);
});

describe('a table', () => {
  it('shows rows with mistakes, and says of each mistake which cell it is', async () => {
    const text = '单位,季度,重点栏目保障得分\n\nsfj,2023Q2,四分\n甲局,2023Q9,1,多余\n';
    const table = opened(coverage, text);
    expect(table.rows).toEqual([
      { line: 3, texts: { unit: 'sfj', period: '2023Q2', score: '四分', 'extra-4': '' } },
      { line: 4, texts: { unit: '甲局', period: '2023Q9', score: '1', 'extra-4': '多余' } },
    ]);
    const { problems } = await loadProblems('coverage', text);
    expect(located(problems, table).map(({ row, columnId, what }) => [row, columnId, what])).toEqual([
      [0, 'score', '“重点栏目保障得分”填写有误'],
      [1, 'unit', '“单位”填写有误'],
      [1, 'period', '“季度”填写有误'],
      [1, 'extra-4', '内容超出表头'],
    ]);
  });
  it('has every column that its file lacks, and every one that nobody knows', () => {
    const table = opened(coverage, '得分,季度,unit,单位\n4,2023Q2,sfj,tjj\n');
    expect(table.columns.map(({ id, header }) => [id, header])).toEqual([
      ['extra-1', '得分'],
      ['period', '季度'],
      ['unit', '单位'],
      ['extra-4', '单位'],
      ['score', '重点栏目保障得分'],
    ]);
    expect(table.rows[0]?.texts).toEqual({
      'extra-1': '4',
      period: '2023Q2',
      unit: 'sfj',
      'extra-4': 'tjj',
      score: '',
    });
  });
  it('loses a column that nobody knows once it is empty, and not before', () => {
    const table = opened(coverage, '得分,单位,季度\n4,sfj,2023Q2\n');
    const [row] = table.rows;
    const still = edited(table, [{ ...row?.texts, score: '4' }]);
    expect(checkTable(coverageDefinition, still, 'x').map(({ what, value }) => [what, value])).toEqual([
      ['未知的列', '得分'],
    ]);
    const emptied = edited(table, [{ ...row?.texts, score: '4', 'extra-1': ' ' }]);
    expect(checkTable(coverageDefinition, emptied, 'x')).toEqual([]);
    expect(shown(emptied)[0]).toEqual(['单位', '季度', '重点栏目保障得分']);
  });
  it('is not confused by columns named like parts of an object', () => {
    const table = opened(coverage, '__proto__,constructor,单位,季度,重点栏目保障得分\na,b,sfj,2023Q2,4\n');
    expect(shown(table)[1]).toEqual(['a', 'b', 'sfj', '2023Q2', '4']);
    expect(Object.prototype).not.toHaveProperty('a');
  });
});

describe('an edited table', () => {
  const blank = tableOf(waivers, []);
  const check = (...rows: Record<string, string>[]) =>
    checkTable(waivers as RegisterDefinition<unknown>, edited(blank, rows), 'waivers.csv');
  const row = { unit: 'sfj', check: 'guide', subject: '2023', until: '', by: '甲', reason: '网站改版' };

  it('has the problems that its file would have when it is loaded', async () => {
    const rows = [row, { ...row, unit: '甲局', until: '2023-02-30' }, { ...row, by: '' }];
    const found = check(...rows);
    const text = new TextDecoder().decode(tableAsCsv(edited(blank, rows)));
    const { problems } = await loadProblems('waivers', text);
    expect(found.map(({ row: _, columnId: __, ...problem }) => problem)).toEqual(
      problems.map((problem) => ({ ...problem, place: { ...problem.place, file: 'waivers.csv' } })),
    );
    expect(found.map(({ row, columnId }) => [row, columnId])).toEqual([
      [1, 'unit'],
      [1, 'until'],
      [2, 'by'],
    ]);
  });
  it('must hold nothing that a file cannot hold as it is', () => {
    for (const reason of ['a\0b', '\u0007', '\ud800', '\uffff', 'x'.repeat(32_768)])
      expect(check({ ...row, reason })).toMatchObject([{ row: 0, columnId: 'reason', remedy: expect.any(String) }]);
    expect(check({ ...row, reason: '一\r\n二\t三😀' })).toEqual([]);
  });
  it('must not be too long', () =>
    expect(check(...Array(20_001).fill(row))).toMatchObject([{ what: '超过20000行', row: null }]));
});

async function loadProblems(id: RegisterId, text: string): Promise<UserError> {
  const folder = mkdtempSync(join(tmpdir(), 'tables-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, `${id}.csv`), text);
  const error = await loadRegisters(folder, PLAN).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`nothing was wrong, or worse: ${error}`);
  return error;
}

it('a workbook made by others is the same table', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['单位', '季度', '重点栏目保障得分'],
          ['sfj', '2023Q2', 4.5],
        ],
      },
    ],
  });
  expect(shown(tableOf(coverage, await readXlsx(bytes, 'x.xlsx')))[1]).toEqual(['sfj', '2023Q2', '4.5']);
});
