import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../fixtures.ts';
import { tablesWithin } from '../../tables.ts';
import { balancedLitigation, balancedRequests, lineCount } from './balance.fixture.ts';
import { checkBalance } from './balance.ts';
import {
  COLUMN_NAMES,
  type Drawing,
  drawDisclosure,
  drawLitigation,
  drawRequests,
  type Figures,
  type Form,
  PLAIN,
} from './report.fixture.ts';
import { readReportTables } from './tables.ts';

const read = (html: string, pictures = false) => {
  const { flow } = pageOf(html);
  const { length } = flow.blocks;
  const text = flow.blocks.map((block) => block.text).filter((line) => line !== '');
  return readReportTables([{ text: text.join('\n'), tables: tablesWithin(flow, 0, length) }], pictures);
};
/** What a flattened page keeps: the lines alone. */
const readLines = (html: string) => {
  const { flow } = pageOf(html);
  const text = flow.blocks.map((block) => block.text).filter((line) => line !== '');
  return readReportTables([{ text: text.join('\n'), tables: [] }], false);
};

const REQUESTS: Figures[] = fc.sample(balancedRequests('from-2021'), { numRuns: 1, seed: 7 })[0] ?? [];
const LITIGATION: Figures = fc.sample(balancedLitigation, { numRuns: 1, seed: 7 })[0] ?? [];
const DISCLOSURE = [1, 0, 4, 2, 3, 20, 15, 7, 0, 12.5];

const EMPTY = '<td>&nbsp;</td>';
const DRAWINGS: Record<string, Drawing> = {
  'as the form is drawn': PLAIN,
  'with thead, tbody and th': {
    ...PLAIN,
    cell: (text, attributes = '') => `<th${attributes}>${text}</th>`,
    head: (rows) => `<thead>${rows}</thead>`,
    whole: (rows) => `<table>${rows.replace('</thead>', '</thead><tbody>')}</tbody></table>`,
  },
  'nested in a layout of one cell': {
    ...PLAIN,
    whole: (rows) => `<table><tr><td><table>${rows}</table></td></tr></table>`,
  },
  'nested beside other words': {
    ...PLAIN,
    whole: (rows) => `<table><tr><td>附表</td></tr><tr><td>单位：件<table>${rows}</table></td></tr></table>`,
  },
  'with an empty column on either side': { ...PLAIN, row: (cells) => `<tr>${EMPTY}${cells}${EMPTY}</tr>` },
  'with two columns to a figure': { ...PLAIN, span: 2 },
  'out of a word processor': {
    ...PLAIN,
    cell: (text, attributes = '') =>
      `<td${attributes}><p class="MsoNormal"><span>${text}</span><span>&nbsp;</span></p></td>`,
  },
};

describe.each(Object.entries(DRAWINGS))('tables %s', (_, drawing) => {
  it('are read whole', () => {
    const tables = read(
      drawDisclosure(DISCLOSURE, { ...drawing, span: 1 }) +
        drawRequests(REQUESTS, drawing) +
        drawLitigation(LITIGATION, drawing),
    );
    expect(tables.disclosure).toMatchObject({
      ok: true,
      value: { normsRepealed: 3, normsInForce: 20, permits: 15, fees: 12.5 },
    });
    expect(tables.requests).toMatchObject({ ok: true });
    const requests = tables.requests.ok ? tables.requests.value : null;
    expect(Object.values(requests?.received ?? {})).toEqual(REQUESTS[0]);
    expect(requests?.results.map(({ counts }) => Object.values(counts))).toEqual(REQUESTS.slice(2, 23));
    expect(Object.values(requests?.carriedOut ?? {})).toEqual(REQUESTS[24]);
    expect(tables.litigation).toMatchObject({ ok: true });
    const litigation = tables.litigation.ok ? tables.litigation.value : null;
    expect(Object.values(litigation ?? {}).flatMap((block) => Object.values(block))).toEqual(LITIGATION);
    expect(checkBalance(tables)).toEqual([]);
  });
});

describe('tables flattened to lines', () => {
  it('are read by their words and the number of their figures', () => {
    const tables = readLines(drawDisclosure(DISCLOSURE) + drawRequests(REQUESTS) + drawLitigation(LITIGATION));
    expect(tables).toEqual(read(drawDisclosure(DISCLOSURE) + drawRequests(REQUESTS) + drawLitigation(LITIGATION)));
  });
  it('are read so where only the drawing is damaged: a header that lost a span', () => {
    const shifted = drawRequests(REQUESTS).replace(' colspan="3" rowspan="3"', ' rowspan="3"');
    expect(read(shifted).requests).toEqual(read(drawRequests(REQUESTS)).requests);
  });
  it('are not read where the header has another order', () => {
    const turned = [...COLUMN_NAMES].reverse();
    expect(readLines(drawRequests(REQUESTS, PLAIN, 'from-2021', turned)).requests).toMatchObject({
      ok: false,
      why: 'columns',
    });
  });
  it('are not read where a cell is empty', () => {
    const blank = drawRequests(REQUESTS).replace(/<td>\d+<\/td>/, '<td></td>');
    expect(readLines(blank).requests).toMatchObject({ ok: false, why: 'blank' });
  });
});

describe('tables that were not read whole', () => {
  const unreadable: Record<string, [string, string]> = {
    'a blank cell, which is no nought': [drawRequests(REQUESTS).replace(/<td>\d+<\/td>/, '<td> </td>'), 'blank'],
    'a cell of words': [drawRequests(REQUESTS).replace(/<td>\d+<\/td>/, '<td>见附表</td>'), 'not-a-number'],
    'a dash': [drawRequests(REQUESTS).replace(/<td>\d+<\/td>/, '<td>—</td>'), 'not-a-number'],
    'a row too few': [
      drawRequests(REQUESTS)
        .replace(/<tr><td>8\.属于行政查询事项.*?<\/tr>/, '')
        .replace('rowspan="8"', 'rowspan="7"')
        .replace('rowspan="22"', 'rowspan="21"'),
      'line-count',
    ],
    'a row twice': [
      drawRequests(REQUESTS)
        .replace(/<tr><td>8\.属于行政查询事项.*?<\/tr>/, '$&$&')
        .replace('rowspan="8"', 'rowspan="9"')
        .replace('rowspan="22"', 'rowspan="23"'),
      'line-count',
    ],
    'a row lost under its group': [
      drawRequests(REQUESTS).replace(/<tr><td>8\.属于行政查询事项.*?<\/tr>/, ''),
      'layout',
    ],
    'a row of its own making': [drawRequests(REQUESTS).replace('7.属于行政执法案卷', '7.转办事项'), 'layout'],
    'a header without one of its columns': [drawRequests(REQUESTS).replace('科研<br>机构', '单位'), 'columns'],
  };
  it.each(Object.entries(unreadable))('accuse nobody: %s', (_, [html, why]) => {
    const tables = read(html);
    expect(tables.requests).toMatchObject({ ok: false, why });
    expect(checkBalance(tables)).toEqual([]);
  });
  it('are told apart from pictures', () => {
    expect(read('<p>三、收到和处理政府信息公开申请情况</p>').requests).toMatchObject({ ok: false, why: 'absent' });
    expect(read('<p>见下图</p>', true).requests).toMatchObject({ ok: false, why: 'picture' });
  });
  it('of litigation: a blank, a second row, a header without its blocks', () => {
    const whole = drawLitigation(LITIGATION);
    expect(read(whole.replace(/<td>\d+<\/td>/, '<td></td>')).litigation).toMatchObject({ ok: false, why: 'blank' });
    expect(read(whole.replace(/<tr><td>\d.*<\/tr>/, '$&$&')).litigation).toMatchObject({
      ok: false,
      why: 'line-count',
    });
    expect(read(whole.replace('复议后起诉', '其它')).litigation).toMatchObject({ ok: false });
  });
});

describe('sums', () => {
  const FORMS: Form[] = ['from-2021', '2019-2020'];
  it.each(FORMS)('that come out are left alone, those of one changed cell are named: %s', (form) => {
    const rows = lineCount(form) + 4;
    fc.assert(
      fc.property(
        balancedRequests(form),
        fc.nat(rows - 1),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        (figures, r, c, by) => {
          expect(checkBalance(read(drawRequests(figures, PLAIN, form)))).toEqual([]);
          const broken = figures.map((row, i) =>
            i === r ? row.map((figure, j) => (j === c ? figure + by : figure)) : row,
          );
          const isResult = r >= 2 && r < rows - 2;
          const isTotal = r === rows - 2;
          const found = checkBalance(read(drawRequests(broken, PLAIN, form)));
          expect(found.map(({ rule }) => rule).sort()).toEqual(
            ['applicants', ...(isResult ? [] : ['carry']), ...(isResult || isTotal ? ['results'] : [])].sort(),
          );
          const columns = found.filter(({ rule }) => rule !== 'applicants').map(({ where }) => where);
          expect(new Set(columns)).toEqual(new Set([COLUMN_NAMES[c]]));
        },
      ),
      { numRuns: 25 },
    );
  });
  it('of litigation: one changed cell is one block', () => {
    fc.assert(
      fc.property(balancedLitigation, fc.nat(14), fc.integer({ min: 1, max: 9 }), (figures, at, by) => {
        expect(checkBalance(read(drawLitigation(figures)))).toEqual([]);
        const broken = figures.map((figure, i) => (i === at ? figure + by : figure));
        expect(checkBalance(read(drawLitigation(broken)))).toEqual([
          expect.objectContaining({
            rule: 'outcomes',
            where: ['行政复议', '未经复议直接起诉', '复议后起诉'][Math.floor(at / 5)],
          }),
        ]);
      }),
      { numRuns: 25 },
    );
  });
  it('are never wrong because header cells changed places or were merged', () => {
    const permuted = fc.shuffledSubarray(COLUMN_NAMES, { minLength: 7, maxLength: 7 });
    const merged = fc
      .tuple(fc.nat(6), fc.nat(6))
      .map(([a, b]) => COLUMN_NAMES.map((name, i) => (i === a ? `${name}${COLUMN_NAMES[b]}` : name)));
    const repeated = fc
      .tuple(fc.nat(6), fc.nat(6))
      .map(([a, b]) => COLUMN_NAMES.map((name, i) => (i === a ? (COLUMN_NAMES[b] ?? '') : name)));
    fc.assert(
      fc.property(balancedRequests('from-2021'), fc.oneof(permuted, merged, repeated), (figures, header) => {
        expect(checkBalance(read(drawRequests(figures, PLAIN, 'from-2021', header)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
  it('are the same whatever the order of the columns, where header and figures moved together', () => {
    const order = [6, 0, 1, 2, 3, 4, 5];
    const moved = REQUESTS.map((row) => order.map((c) => row[c] ?? 0));
    const header = order.map((c) => COLUMN_NAMES[c] ?? '');
    expect(read(drawRequests(moved, PLAIN, 'from-2021', header)).requests).toEqual(
      read(drawRequests(REQUESTS)).requests,
    );
  });
});
