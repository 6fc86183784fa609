import { describe, expect, it } from 'vitest';
import { titleLinesOf } from './body-title.ts';
import { annualReportYears, isAnnualReport } from './title.ts';

describe('titles', () => {
  it.each([
    ['云溪区水务局2023年政府信息公开工作年度报告', [2023]],
    ['云溪区水务局2018年度政府信息公开年报', [2018]],
    ['2022年度信息公开年度报告', [2022]],
    ['云溪区水务局政府信息公开2021年度报告', [2021]],
    ['云溪区水务局政务公开工作年度报告（2020年度）', [2020]],
    ['云溪区 2023 年 政府信息公开 工作 年度 报告', [2023]],
    ['二〇二一年政府信息公开工作年度报告', [2021]],
    ['政府信息公开工作年度报告', []],
    ['2013年度政府信息公开工作年度报告（2014年1月）', [2013]],
    ['2019年政府信息公开工作报告', [2019]],
  ])('of reports: %s', (title, years) => {
    expect(isAnnualReport(title)).toBe(true);
    expect(annualReportYears(title)).toEqual(years);
  });
  it.each([
    '关于做好2023年政府信息公开工作年度报告编制工作的通知',
    '一图读懂2023年政府信息公开工作年度报告',
    '2023年法治政府建设年度报告',
    '2023年政府网站工作年度报表',
    '政府信息公开工作年度报告格式',
    '2023年政府信息公开情况统计表',
    '2022—2023学年信息公开工作年度报告',
    '政府信息公开指南',
    '2023年政务公开工作要点',
  ])('of something else: %s', (title) => {
    expect(isAnnualReport(title)).toBe(false);
  });
});

describe('a title again in the body', () => {
  const title = '云溪区水务局2023年政府信息公开工作年度报告';
  const rest = ['本报告依照条例写成。', '一、总体情况', '2023年，工作平稳。'];
  it.each([
    ['as a line of its own', [title]],
    ['broken over two lines', ['云溪区水务局', '2023年政府信息公开工作年度报告']],
    ['broken in the middle of a word', ['云溪区水务局2023年政府信息公', '开工作年度报告']],
    ['broken over three lines', ['云溪区水务局', '2023年', '政府信息公开工作年度报告']],
    ['with spaces between', ['云溪区水务局 2023年 政府信息公开工作年度报告']],
    ['with one word less', ['云溪区水务局2023年度政府信息公开年度报告']],
    ['without the unit', ['2023年政府信息公开工作年度报告']],
  ])('%s', (_, lines) => {
    expect(titleLinesOf(title, [...lines, ...rest].join('\n'))).toEqual(lines);
  });
  it('stands before the day in brackets', () => {
    expect(titleLinesOf(title, [title, '（2024年1月）', ...rest].join('\n'))).toEqual([title]);
  });
  it.each([
    ['nowhere', rest],
    ['inside a sentence', ['现将云溪区水务局2023年政府信息公开工作年度报告公布如下：', ...rest]],
    ['with a full stop', [`${title}。`, ...rest]],
    ['as the name of a file at the end', [...rest, '七', '八', '九', '十', '附', '尾', `${title}`]],
    ['as the name of the unit alone', ['云溪区水务局', ...rest]],
  ])('is none: %s', (_, lines) => {
    expect(titleLinesOf(title, lines.join('\n'))).toEqual([]);
  });
});
