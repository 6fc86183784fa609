import { describe, expect, it } from 'vitest';
import { readDoubleRandom } from './double-random.ts';
import { headerRow, headerSimilarity } from './table-header.ts';

const doc = (title: string, text = '', rows: string[][] = []) => ({
  title,
  text,
  tables: rows.length ? [{ caption: '', rows }] : [],
});

describe('random checks', () => {
  it.each([
    ['青石区水务局2023年度“双随机、一公开”抽查工作计划', ['plan'], [2023]],
    ['青石区水务局2022年度随机抽查情况和查处结果', ['results'], [2022]],
    ['区水务局随机抽查事项清单（2023年版）', ['items'], [2023]],
    ['２０２３年双随机抽查计划及结果', ['results', 'plan'], [2023]],
  ])('%s', (title, kinds, years) => {
    expect(readDoubleRandom(doc(title))).toMatchObject({ kinds, years, joint: false });
  });
  it('take the year from the text where the title has none', () => {
    expect(readDoubleRandom(doc('双随机抽查工作计划', '现制定2024年抽查计划。'))?.years).toEqual([2024]);
  });
  it('tell joint plans apart', () => expect(readDoubleRandom(doc('2023年部门联合双随机抽查计划'))?.joint).toBe(true));
  it('are nothing where another thing is meant', () =>
    expect(readDoubleRandom(doc('2023年工作计划', '加强学习。'))).toBeNull());
});

const MODEL = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查对象',
  '抽查比例',
  '抽查方式',
  '抽查时间',
  '实施单位',
  '检查依据',
];

describe('table headers', () => {
  it('are alike in other words', () => {
    expect(
      headerSimilarity(MODEL, [
        '任务名称',
        '检查内容',
        '检查对象',
        '比例',
        '检查方式',
        '检查时间',
        '牵头单位',
        '法律依据',
        '备注',
      ]),
    ).toBe(1);
  });
  it('are unlike for another table', () => {
    expect(headerSimilarity(MODEL, ['月份', '工作内容', '责任科室', '完成时限', '备注'])).toBeLessThan(0.7);
  });
  it('are found below a caption row', () => {
    expect(
      headerRow({
        caption: '',
        rows: [
          ['执法人员清单', '', ''],
          ['姓名', '执法单位', '执法证号'],
          ['甲', '乙', '丙'],
        ],
      }),
    ).toEqual(['姓名', '执法单位', '执法证号']);
  });
});
