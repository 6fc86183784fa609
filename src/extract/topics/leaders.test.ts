import { describe, expect, it } from 'vitest';
import { readLeaders } from './leaders.ts';

const prose = (text: string) => readLeaders({ text, tables: [] });
const table = (...rows: string[][]) => readLeaders({ text: '', tables: [{ caption: '', rows }] });

describe('leaders', () => {
  it('are read from a table, names with inner spaces among them', () => {
    expect(
      table(
        ['序号', '姓 名', '职务', '工作分工'],
        ['1', '王 伟', '党组书记、局长', '主持全面工作'],
        ['2', '李晓明', '副局长', '分管财务'],
      ),
    ).toEqual([
      { name: '王伟', post: '党组书记、局长', duties: '主持全面工作' },
      { name: '李晓明', post: '副局长', duties: '分管财务' },
    ]);
  });
  it('may have rare surnames where a heading or label marks the name', () => {
    expect(table(['姓名', '职务'], ['郇知衡', '局长'])).toEqual([{ name: '郇知衡', post: '局长', duties: '' }]);
    expect(prose('姓名：劢 川\n职务：副局长')).toEqual([{ name: '劢川', post: '副局长', duties: '' }]);
  });
  it('are not headings', () => expect(table(['姓名', '单位', '执法证号'], ['', '', ''])).toEqual([]));
  it('are read from a table of one person', () => {
    expect(
      table(['姓名', '周海涛', '性别', '男'], ['现任职务', '镇长', '学历', '大学'], ['分工', '主持政府工作', '', '']),
    ).toEqual([{ name: '周海涛', post: '镇长', duties: '主持政府工作' }]);
  });
  it('are read from labelled lines', () => {
    expect(
      prose('姓名：张启明\n职务：党委书记\n分工：主持党委工作。\n姓名：孙丽\n职务：副镇长\n分工：分管农业。'),
    ).toEqual([
      { name: '张启明', post: '党委书记', duties: '主持党委工作' },
      { name: '孙丽', post: '副镇长', duties: '分管农业' },
    ]);
  });
  it.each([
    ['张启明：党工委书记，主持党工委全面工作。', '张启明', '党工委书记', '主持党工委全面工作'],
    ['张启明，党组书记、局长，主持全面工作。', '张启明', '党组书记、局长', '主持全面工作'],
    ['局长 张启明：主持全面工作', '张启明', '局长', '主持全面工作'],
    ['副主任：王 伟', '王伟', '副主任', ''],
    ['岑溯 局长 主持全面工作。', '岑溯', '局长', '主持全面工作'],
    ['党组书记、局长：岑溯　分管办公室', '岑溯', '党组书记、局长', '分管办公室'],
    ['主要负责人：王伟（局长）', '王伟', '局长', ''],
    ['1.欧阳修远：副局长。负责执法工作', '欧阳修远', '副局长', '负责执法工作'],
  ])('are read from prose: %s', (line, name, post, duties) => {
    expect(prose(line)).toEqual([{ name, post, duties }]);
  });
  it.each([
    '办公室：负责机关日常运转、文电会务工作。',
    '党政办公室：负责人王主任',
    '联系电话：0533-7100001',
    '各科室主任要加强领导，落实责任',
    '财政所 负责人事工作',
  ])('are not read from %s', (line) => {
    expect(prose(line)).toEqual([]);
  });
});
