import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { buildReport } from './build-report.ts';
import { AUDIT, PLAN, RULEBOOK } from './report.fixture.ts';
import { auditTable, checksTable, findingsTable, rankingTables, summaryLine } from './terminal.ts';

const report = buildReport({ audit: AUDIT, unread: [], rulebook: RULEBOOK, plan: PLAN });
const BOX = /^[│┌├└]/;
const boxLines = (text: string): string[] => text.split('\n').filter((line) => BOX.test(line));

describe('tables for a terminal', () => {
  it.each([60, 80, 100, 200])('have lines of one width, at most %i columns', (width) => {
    for (const text of [findingsTable(report, width), ...rankingTables(report, width).split('\n\n')]) {
      const widths = new Set(boxLines(text).map((line) => stringWidth(line)));
      expect(widths.size).toBe(1);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    }
  });
  it('keep their shape whatever a title holds', () => {
    const title = fc.string({
      unit: fc.constantFrom('中', 'a', '，', ' ', '“', '（', '①', '\u001b', '\n'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(title, (text) => {
        const row = { id: 'guide', title: text, topics: [text], basis: [text], points: '0.5分' };
        const lines = boxLines(checksTable([row], 80));
        expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
      }),
    );
  });
  it('lose no character of a long finding', () => {
    const lettersOf = (text: string) =>
      text
        .replace(/[^\p{L}\p{N}]/gu, '')
        .split('')
        .sort()
        .join('');
    expect(lettersOf(findingsTable(report, 60))).toBe(lettersOf(findingsTable(report, 400)));
  });
  it('rank units, the uninspected last and without a place', () => {
    const [departments = ''] = rankingTables(report, 100).split('\n\n');
    const rows = boxLines(departments).filter((line) => line.startsWith('│'));
    expect(
      rows.slice(1).map((row) =>
        row
          .split('│')
          .slice(1, 3)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      ['1', '区文体局'],
      ['2', '区园林局'],
      ['3', '区实验学校'],
      ['4', '区水务局'],
      ['-', '区档案馆'],
    ]);
  });
  it('let no control character through', () => {
    expect(auditTable(report, 80).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
  it('say the result on one line', () => {
    expect(summaryLine(report)).toBe(
      '青河区2023年第二季度：巡检单位9个，减分5项共2.5分，提醒2项，未能判定4项，待定6分。',
    );
  });
  it('give the basis where one unit is looked at alone', () => {
    const [unit] = report.units.filter(({ charges }) => charges.length > 0);
    const basis = unit?.charges[0]?.findings[0]?.basis[0];
    expect(basis).toBeDefined();
    const table = findingsTable({ ...report, units: unit ? [unit] : [] }, 400);
    expect(table).toContain(`${basis?.document}${basis?.clause}`);
    expect(table).not.toContain(unit?.name);
  });
  it('say so where nothing was found, and do not claim it of what was not read', () => {
    const { summary } = report;
    const settled = { ...summary, verdicts: { ...summary.verdicts, inconclusive: 0 } };
    expect(findingsTable({ ...report, units: [], summary: settled }, 80)).toBe('未发现问题。');
    expect(findingsTable({ ...report, units: [] }, 80)).toBe('已读取的内容中未发现问题。');
  });
  it('name what could not be read where one unit is looked at alone', () => {
    const unread = report.unread.slice(0, 1);
    const title = unread[0]?.reasons[0]?.title ?? '';
    expect(title).not.toBe('');
    expect(auditTable({ ...report, unread, units: report.units.slice(0, 1) }, 200)).toContain(title);
    expect(auditTable({ ...report, unread }, 200)).not.toContain('未能读取');
  });
});
