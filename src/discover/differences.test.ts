import { describe, expect, it } from 'vitest';
import type { Column, Unit } from '../model/plan.ts';
import { type DifferenceFacts, differences, pairUnits } from './differences.ts';
import type { Presence, ProposedColumn, ProposedUnit } from './proposal.ts';

const at = (path: string): string => `http://www.example.gov.cn/${path}`;
const known = (topic: Column['topic'], name: string, path: string): Column => ({
  ...{ topic, name, url: at(path), every: null, due: null, key: false, advise: false },
});
const found = (topic: Column['topic'], name: string, path: string): ProposedColumn => ({
  ...{ topic, name, url: at(path), confidence: 0.9, why: '理由' },
});
const unit = (columns: readonly Column[], over: Partial<Unit> = {}): Unit => ({
  ...{ id: 'jj', name: '区甲局', fullName: '示例区甲局', aliases: [], kind: 'department', home: at('jj/') },
  ...{ enforcement: false, columns, ...over },
});
const proposed = (columns: readonly ProposedColumn[], over: Partial<ProposedUnit> = {}): ProposedUnit => ({
  ...{
    id: 'jj',
    name: '区甲局',
    fullName: '示例区甲局',
    kind: 'department',
    home: at('jj/'),
    confidence: 0.9,
    why: '',
  },
  ...{ read: true, columns, ...over },
});

const compare = (
  mine: readonly Unit[],
  site: readonly ProposedUnit[],
  presence: Record<string, Presence> = {},
  over: Partial<DifferenceFacts> = {},
) =>
  differences(pairUnits({ units: mine }, site), {
    allRead: true,
    presence: new Map(Object.entries(presence).map(([path, told]) => [at(path), told])),
    isNamed: () => true,
    ...over,
  });
const kinds = (...given: Parameters<typeof compare>) => compare(...given).map(({ kind }) => kind);

const guide = known('guide', '信息公开指南', 'jj/1/');
const sameGuide = found('guide', '信息公开指南', 'jj/1/');

describe('differences between a site and targets.yaml', () => {
  it('none where both say the same', () => {
    expect(compare([unit([guide])], [proposed([sameGuide])])).toEqual([]);
  });

  it('a new name at the same address is a renaming, a name that only the topic gave is not', () => {
    const renamed = [proposed([found('guide', '公开指南', 'jj/1/')])];
    expect(compare([unit([guide])], renamed)).toMatchObject([
      { kind: 'column-renamed', before: '信息公开指南', after: '公开指南', url: at('jj/1/') },
    ]);
    expect(kinds([unit([guide])], renamed, {}, { isNamed: () => false })).toEqual([]);
  });

  it('a new address under the same name is a move, whether the old one answers, is gone, or cannot be had', () => {
    const moved = [proposed([found('guide', '信息公开指南', 'jj/9/')])];
    for (const told of [
      { tag: 'gone' },
      { tag: 'there', finalUrl: at('jj/1/') },
      { tag: 'unknown', why: '网站拦截了访问' },
    ] as const) {
      expect(compare([unit([guide])], moved, { 'jj/1/': told })).toMatchObject([
        { kind: 'column-moved', url: at('jj/1/'), after: at('jj/9/') },
      ]);
    }
  });

  it('a redirect tells where a column went even where its name changed too', () => {
    const site = [proposed([found('guide', '公开指南', 'jj/9/'), found('policy-docs', '政策文件', 'jj/8/')])];
    expect(kinds([unit([guide])], site, { 'jj/1/': { tag: 'there', finalUrl: at('jj/9/') } })).toEqual([
      'column-moved',
      'column-new',
    ]);
  });

  it('a page that is gone is removed, one that was not to be had is not', () => {
    const mine = [unit([guide])];
    const site = [proposed([found('other', '通知公告', 'jj/2/')])];
    const removed = (told: Presence) => kinds(mine, site, { 'jj/1/': told })[0];
    expect(removed({ tag: 'gone' })).toBe('column-removed');
    expect(removed({ tag: 'unknown', why: '未能取得页面' })).toBe('column-unread');
    expect(removed({ tag: 'there', finalUrl: at('jj/1/') })).toBe('column-unlisted');
    expect(kinds(mine, site)[0]).toBe('column-unread');
  });

  it('of a unit whose tree was not read nothing is said of its columns', () => {
    expect(kinds([unit([guide])], [proposed([], { read: false })], { 'jj/1/': { tag: 'gone' } })).toEqual([
      'unit-unread',
    ]);
  });

  it('another topic is asked about, unless the page serves that topic too', () => {
    const site = [proposed([found('budget', '信息公开指南', 'jj/1/')])];
    expect(kinds([unit([guide])], site)).toEqual(['column-topic']);
    expect(kinds([unit([guide, known('budget', '预算', 'jj/1/')])], site)).toEqual([]);
  });

  it('units: new, renamed, moved, not in the list; not checked where the list was not read', () => {
    const other = { id: 'yj', name: '区乙局', fullName: '示例区乙局', home: at('yj/') };
    expect(kinds([unit([])], [proposed([]), proposed([], other)])).toEqual(['unit-new']);
    expect(kinds([unit([])], [proposed([], { name: '区丙局', fullName: '示例区丙局' })])).toEqual(['unit-renamed']);
    expect(
      kinds([unit([], { aliases: ['区丙局'] })], [proposed([], { name: '区丙局', fullName: '示例区丙局' })]),
    ).toEqual([]);
    expect(kinds([unit([])], [proposed([], { home: at('new/') })])).toEqual(['unit-moved']);
    expect(kinds([unit([])], [])).toEqual(['unit-unlisted']);
    expect(kinds([unit([])], [], {}, { allRead: false })).toEqual(['unit-unread']);
  });
});
