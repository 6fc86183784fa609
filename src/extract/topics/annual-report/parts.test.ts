import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS, type PartKind } from './facts.ts';
import { openingOf, readParts } from './parts.ts';
import { OPENING, PARTS_LINES, reportText } from './report.fixture.ts';

const SIX = Object.keys(PARTS) as PartKind[];
const kinds = (text: string) => readParts(text, 'from-2021').map(({ kind }) => kind);

describe('the parts of a report', () => {
  it('are the six, each with its text', () => {
    const parts = readParts(reportText(), 'from-2021');
    expect(parts.map(({ kind }) => kind)).toEqual(SIX);
    expect(parts[0]?.heading).toBe('一、总体情况');
    expect(parts[0]?.text).toContain('（五）监督保障');
    expect(parts[4]?.text).toBe('部分信息更新偏慢，今后由专人每周核对。');
    expect(openingOf(reportText(), parts)).toBe(OPENING);
  });
  const numbers = ['一二三四五六', '１２３４５６', '123456'];
  const styles = [
    (n: number) => `${numbers[0]?.[n]}、`,
    (n: number) => `（${numbers[0]?.[n]}）`,
    (n: number) => `(${numbers[0]?.[n]}) `,
    (n: number) => `${n + 1}.`,
    (n: number) => `第${numbers[0]?.[n]}部分 `,
    (n: number) => `${numbers[0]?.[n]} 、 `,
    () => '',
  ];
  it('are found under any numbering', () => {
    fc.assert(
      fc.property(fc.constantFrom(...styles), (style) => {
        const lines = PARTS_LINES.map((line) => {
          const at = '一二三四五六'.indexOf(line[0] ?? '');
          return at >= 0 && line[1] === '、' ? style(at) + line.slice(2) : line;
        });
        expect(kinds(reportText(lines))).toEqual(SIX);
      }),
    );
  });
  it.each([
    ['四、', '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 3],
    ['四、', '因政府信息公开工作被申请行政复议、提起行政诉讼情况', 3],
    ['五、', '存在问题及改进措施', 4],
    ['五、', '五、工作中的不足和下步打算', 4],
    ['六、', '六、其他应当说明的情况', 5],
  ])('%s are found in words of their own: %s', (number, heading, at) => {
    const lines = PARTS_LINES.map((line) => (line.startsWith(number) ? heading : line));
    expect(kinds(reportText(lines))[at]).toBe(SIX[at]);
  });
  it('are found though a heading has a character more, less or other', () => {
    const headings = PARTS_LINES.filter((line) => /^[二三四五六]、/.test(line));
    fc.assert(
      fc.property(
        fc.constantFrom(...headings),
        fc.nat(30),
        fc.constantFrom('', '的', '及', ' '),
        (heading, at, other) => {
          const place = 2 + (at % (heading.length - 2));
          const changed = heading.slice(0, place) + other + heading.slice(place + 1);
          expect(kinds(reportText(PARTS_LINES.map((line) => (line === heading ? changed : line))))).toEqual(SIX);
        },
      ),
    );
  });
  it.each([
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'litigation'],
    ['五、政府信息公开工作存在的主要问题及改进情况', 'problems'],
    ['六、需要报告的其他事项', 'other'],
    ['三、收到和处理政府信息公开申请情况（表）', 'requests'],
    ['一、总 体 情 况', 'general'],
    ['一、总体情况。2023年，公开工作平稳。', 'general'],
    ['六、其他需要报告的事项：无', 'other'],
    ['一、总体情况2023年，公开工作平稳，未出现差错，群众满意度较上一年度有所提高，经验做法被市里转发。', 'general'],
    ['二、主动公开政府信息情况 本年发布信息一百余条，涵盖供水、防汛、河道管理和节约用水等各方面内容。', 'disclosure'],
  ])('%s', (heading, kind) => {
    expect(readParts(`${heading}\n内容`, 'from-2021').map((part) => part.kind)).toEqual([kind]);
  });
  it('keep what follows a heading on its line', () => {
    expect(readParts('六、其他需要报告的事项：无\n水务局', 'from-2021')[0]?.text).toBe('无\n水务局');
  });
  it('are told apart from sub-headings, rows of the tables and a table of contents', () => {
    const rows = ['一、本年新收政府信息公开申请数量', '三、本年度办理结果', '四、结转下年度继续办理'];
    const lines = PARTS_LINES.flatMap((line) => (line.startsWith('三、') ? [line, ...rows] : [line]));
    expect(kinds(reportText(lines))).toEqual(SIX);
    const contents = PARTS_LINES.filter((line) => /^[一二三四五六]、/.test(line));
    expect(kinds([...contents, reportText()].join('\n'))).toEqual(SIX);
  });
  it('lack what is not there, though part one has a sub-heading of that name', () => {
    const lines = PARTS_LINES.filter((line) => !/^[二三]、/.test(line));
    expect(kinds(reportText(lines))).toEqual(['general', 'litigation', 'problems', 'other']);
  });
  it('count with another numbering where they stand in their place', () => {
    const lines = PARTS_LINES.map((line) => line.replace('五、', '（五）'));
    expect(kinds(reportText(lines))).toEqual(SIX);
  });
  it('have kinds of their own before 2019, and end at the table of figures', () => {
    const old = ['一、概述', '工作平稳。', '二、制度建设情况', '建立制度。', '三、复议和诉讼情况', '没有。'];
    const figures = ['2017年度政府信息公开情况统计表', '统 计 指 标', '一、主动公开情况', '12'];
    expect(readParts([...old, ...figures].join('\n'), 'to-2018').map(({ kind }) => kind)).toEqual([
      'general',
      null,
      'litigation',
    ]);
  });
});
