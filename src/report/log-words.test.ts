import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, type LogEntry } from '../model/log-entry.ts';
import { changeWords, findingOf, type LogNames, subjectWords, whoWords } from './log-words.ts';

const NAMES: LogNames = {
  units: new Map([['jia', '甲局']]),
  registers: new Map([['coverage', '重点栏目保障得分台账']]),
  accounts: new Map([['id-1', { name: '张三', login: 'zhangsan' }]]),
};

const entry = (action: Action, of: Partial<LogEntry> = {}): LogEntry => ({
  ...{ seq: 1, at: '2023-08-08T02:00:00Z', by: 'x', byName: '检查员', role: 'inspector', action, subject: '' },
  ...{ period: '', unit: '', before: null, after: null },
  ...of,
});

describe('what was done, in words', () => {
  it.each<[Action, unknown, unknown, string]>([
    ['decide', null, { kind: 'accepted', points: null, reason: '' }, '已确认'],
    [
      'decide',
      { kind: 'accepted', points: null, reason: '' },
      { kind: 'repriced', points: 0.2, reason: '轻微' },
      '原已确认，改为调整分值为0.2分（轻微）',
    ],
    ['withdraw', { kind: 'rejected', points: null, reason: '误报' }, null, '撤销“不予认定（误报）”，恢复为待审核'],
    ['object', null, { text: '已更新', file: '证明.pdf' }, '已更新；附件：证明.pdf'],
    ['answer-objection', null, { upheld: true, text: '核实无误' }, '异议成立：核实无误'],
    ['answer-objection', null, { upheld: false, text: '仍未更新' }, '异议不成立：仍未更新'],
    ['feed-back', null, { text: '已改', link: null }, '已改'],
    ['enter-coverage', { score: null }, { score: 4.5 }, '未评定 → 4.5分'],
    ['enter-coverage', { score: 4 }, { score: 0 }, '4分 → 0分'],
    ['edit-register', { sha256: 'a' }, { sha256: 'b', summary: '新增1行' }, '新增1行'],
    [
      'freeze',
      null,
      { version: 2, publishedOn: '2023-08-08', rectifyBy: '2023-08-11' },
      '第2版，2023年8月8日印发，整改期限2023年8月11日',
    ],
    ['log-in-failed', null, { login: 'root', address: '10.0.0.1' }, '登录名root，来自10.0.0.1'],
    ['change-password', null, { reset: true }, '由管理员重设'],
    ['change-password', null, null, '本人修改'],
    [
      'change-account',
      { name: '张三', role: 'unit', unit: 'jia', email: 'a@example.com', disabled: false },
      { role: 'reader', unit: null, email: null },
      '角色：单位 → 查阅人员；单位：甲局 → 无；邮箱：a@example.com → 无',
    ],
    [
      'create-account',
      null,
      { login: 'x', name: '李四', role: 'unit', unit: 'jia', email: null },
      '名称：李四，角色：单位，单位：甲局',
    ],
  ])('%s', (action, before, after, words) => {
    expect(changeWords(entry(action, { before, after }), NAMES)).toBe(words);
  });

  it('is empty rather than an error where the data have another shape', () => {
    for (const action of Object.keys(ACTIONS) as Action[])
      for (const data of [null, 'text', 7, [], { kind: {}, version: [] }])
        expect(changeWords(entry(action, { before: data, after: data }), NAMES)).toBeTypeOf('string');
  });
});

describe('what it was done to', () => {
  it.each<[Action, string, string]>([
    ['edit-register', 'register/coverage', '重点栏目保障得分台账'],
    ['enter-coverage', 'coverage/jia', '甲局'],
    ['freeze', 'bulletin/2023Q2', '2023年第二季度通报'],
    ['change-account', 'id-1', '张三（zhangsan）'],
    ['start-night', '', ''],
  ])('%s of %s', (action, subject, words) => {
    expect(subjectWords({ action, subject }, NAMES)).toBe(words);
    expect(findingOf({ action, subject })).toBeNull();
  });

  it('is a finding by its number', () => {
    const about = { action: 'decide', subject: 'jia/guide/stale/guide/2023' } as const;
    expect(subjectWords(about, NAMES)).toBe(`问题${findingOf(about)}`);
    expect(findingOf(about)).toMatch(/^[0-9A-F]{8}$/);
  });
});

describe('who did it', () => {
  it('is named with the role of that time, or is the program', () => {
    expect(whoWords({ byName: '张三', role: 'inspector' })).toBe('张三（检查人员）');
    expect(whoWords({ byName: '', role: '' })).toBe('系统');
  });
});
