import { describe, expect, it } from 'vitest';
import { tablePeriods } from './table-periods.ts';

const read = (rows: readonly (readonly string[])[], year: number | null = 2023): readonly string[] =>
  tablePeriods({ caption: '', rows }, year).map((one) => `${one.year} ${one.fromMonth}-${one.toMonth}`);

describe('periods that a table has figures of', () => {
  it('in its first column', () =>
    expect(
      read([
        ['月份', '件数'],
        ['1月', '3'],
        ['2月', '4'],
        ['3月份', ''],
        ['4月', '—'],
      ]),
    ).toEqual(['2023 1-1', '2023 2-2']));
  it('in its header', () =>
    expect(
      read([
        ['指标', '2023年4月', '2023年5月', '6月'],
        ['产值', '12', '13', ''],
      ]),
    ).toEqual(['2023 4-4', '2023 5-5']));
  it('behind a number', () =>
    expect(
      read([
        ['序号', '季度', '金额'],
        ['1', '第一季度', '8'],
        ['2', '二季度', '9'],
      ]),
    ).toEqual(['2023 1-3', '2023 4-6']));
  it('not without a year', () =>
    expect(
      read(
        [
          ['月份', '件数'],
          ['1月', '3'],
        ],
        null,
      ),
    ).toEqual([]));
  it('not in its cells, nor dates, nor words', () =>
    expect(
      read([
        ['项目', '负责人', '完成时间'],
        ['道路', '甲某', '5月'],
        ['5月1日', '乙某', '2023年6月3日'],
        ['五月采风活动', '丙某', '是'],
      ]),
    ).toEqual([]));
});
