import { describe, expect, it } from 'vitest';
import { readAppointments } from './appointments.ts';

const short = (text: string) => readAppointments(text).map(({ name, post, kind, date }) => [kind, name, post, date]);

describe('appointments', () => {
  it.each([
    ['经研究决定，任命郇知衡同志为区民政局局长。', [['appointed', '郇知衡', '区民政局局长', null]]],
    [
      '经研究决定，任命张启明同志为青石区水务局局长。\n2023年3月6日',
      [['appointed', '张启明', '青石区水务局局长', '2023-03-06']],
    ],
    ['任命李晓明为区档案馆馆长（试用期一年）；', [['appointed', '李晓明', '区档案馆馆长', null]]],
    ['免去周海涛同志的青石区水务局副局长职务。', [['removed', '周海涛', '青石区水务局副局长', null]]],
    [
      '决定任命张启明、孙丽同志为副镇长，免去王伟的副镇长职务。',
      [
        ['appointed', '张启明', '副镇长', null],
        ['appointed', '孙丽', '副镇长', null],
        ['removed', '王伟', '副镇长', null],
      ],
    ],
    [
      '张启明任区统计局局长；\n李晓明同志任区统计局副局长，周海涛同志不再担任区统计局副局长职务。',
      [
        ['appointed', '张启明', '区统计局局长', null],
        ['appointed', '李晓明', '区统计局副局长', null],
        ['removed', '周海涛', '区统计局副局长', null],
      ],
    ],
    [
      '任命：\n张启明为区司法局局长；\n免去：\n王伟的区司法局局长职务。',
      [
        ['appointed', '张启明', '区司法局局长', null],
        ['removed', '王伟', '区司法局局长', null],
      ],
    ],
  ])('are read from %s', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
  it.each(['各单位要认真落实领导责任制。', '为做好任命工作，现通知如下。', '会议任务为推进项目建设。'])(
    'are not read from %s',
    (text) => {
      expect(short(text)).toEqual([]);
    },
  );
});
