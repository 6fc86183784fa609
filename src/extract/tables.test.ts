import { describe, expect, it } from 'vitest';
import { pageOf } from './fixtures.ts';
import { tablesWithin } from './tables.ts';

const tables = (content: string) => {
  const { flow } = pageOf(content);
  return tablesWithin(flow, 0, flow.blocks.length);
};

describe('tables', () => {
  it('become grids with their spans filled', () => {
    expect(
      tables(
        '<table><tr><th rowspan="2">单位</th><th colspan="2">数量</th></tr><tr><td>一</td><td>二</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table>',
      ),
    ).toEqual([
      {
        caption: '',
        rows: [
          ['单位', '数量', '数量'],
          ['单位', '一', '二'],
          ['甲', '1', '2'],
        ],
      },
    ]);
  });
  it('take their name from <caption> or from a first row of one cell', () => {
    expect(tables('<table><caption>抽查表</caption><tr><td>甲</td><td>乙</td></tr></table>')[0]?.caption).toBe(
      '抽查表',
    );
    expect(tables('<table><tr><td colspan="2">抽查表</td></tr><tr><td>甲</td><td>乙</td></tr></table>')).toEqual([
      { caption: '抽查表', rows: [['甲', '乙']] },
    ]);
  });
  it('have headings joined that are broken over lines, and cells parted that hold several things', () => {
    expect(
      tables(
        '<table><tr><td>检查<br>时间</td><td><p>姓</p><p>名</p></td></tr><tr><td>张三<br>李四</td><td>x</td></tr></table>',
      )[0]?.rows,
    ).toEqual([
      ['检查时间', '姓名'],
      ['张三 李四', 'x'],
    ]);
  });
  it('are found inside others, and those that only hold others in place are left out', () => {
    expect(tables('<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>')).toEqual([
      { caption: '', rows: [['甲', '乙']] },
    ]);
  });
  it('bear absurd spans', () => {
    expect(
      tables(
        '<table><tr><td rowspan="99999" colspan="-3">甲</td><td rowspan="0">乙</td></tr><tr><td>丙</td></tr></table>',
      )[0]?.rows,
    ).toEqual([
      ['甲', '乙', ''],
      ['甲', '乙', '丙'],
    ]);
  });
});
