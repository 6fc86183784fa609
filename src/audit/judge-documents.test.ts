import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ColumnFacts } from '../model/document.ts';
import { TOPIC_IDS } from '../model/topic.ts';
import { type AnyCheck, defineCheck } from './check.ts';
import { columnAt, documentAt, factsOf, gapAt, settingsWith, unitWith, unreadAt, unreadFile } from './facts.fixture.ts';
import { judgeDocuments } from './judge-documents.ts';
import { auditUnit } from './runner.ts';

const odd = defineCheck({
  id: 'odd',
  title: '示例',
  judges: 'documents',
  topics: TOPIC_IDS,
  basis: [{ document: '示例文件', clause: '第一条' }],
  messages: {
    wrong: { text: '《{title}》有误', fix: '请更正' },
    leak: { text: '《{title}》含个人信息', fix: '请撤下', alert: true },
  },
  params: z.strictObject({}),
  subject: ({ unit }) => unit.id,
  run: ({ unit, report, all }) =>
    judgeDocuments({ unit, report }, all(), { judge: judgeTitle, readsAttachments: true }),
}) as unknown as AnyCheck;

const judgeTitle = (document: ColumnFacts['documents'][number]) => {
  const { title, ref } = document;
  if (title.includes('错')) return [{ message: 'wrong' as const, values: { title }, evidence: [ref] as const }];
  if (title.includes('漏')) return [{ message: 'leak' as const, values: { title }, evidence: [ref] as const }];
  return [];
};

const column = columnAt('http://a/list/', 'other');
const verdictsOn = (...facts: ColumnFacts[]) =>
  auditUnit(settingsWith({ checks: [{ check: odd, file: null, params: {} }] }), {
    unit: unitWith(facts.map((one) => one.column)),
    columns: facts,
  });

describe('a check of single documents', () => {
  it('accuses each document once, and says what it looked at', () => {
    const documents = ['http://a/错', 'http://a/对', 'http://a/错'].map((url) => documentAt(url, column));
    const verdicts = verdictsOn(factsOf(column, documents));
    expect(verdicts.map(({ verdict, subject, topic }) => [verdict, subject, topic])).toEqual([
      ['fail', 'http://a/错', 'other'],
      ['pass', 'unit', 'other'],
    ]);
    expect(verdicts.at(-1)?.text).toBe('已检查3件文档，其中2件有问题');
  });

  it('keeps a fault beside what could not be read, and says that the rest is open', () => {
    const verdicts = verdictsOn(
      factsOf(column, [documentAt('http://a/错', column), unreadAt('http://a/x', column)], [gapAt('http://a/list/2')]),
    );
    expect(verdicts.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['fail', null],
      ['inconclusive', 'not-fetched'],
    ]);
  });

  it('lets no silence stand beside an attachment that could not be read', () => {
    const documents = ['http://a/错', 'http://a/x'].map((url) =>
      documentAt(url, column, { attachments: [unreadFile()] }),
    );
    expect(verdictsOn(factsOf(column, documents)).map(({ verdict }) => verdict)).toEqual(['fail', 'inconclusive']);
  });

  it('owns no column: one that cannot be read is not said twice', () => {
    expect(verdictsOn(factsOf(column, [], [gapAt(column.url)])).map(({ verdict }) => verdict)).toEqual([
      'inconclusive',
    ]);
  });

  it('marks an alert, which costs nothing', () => {
    const [fail] = verdictsOn(factsOf(column, [documentAt('http://a/漏', column)]));
    expect(fail).toMatchObject({ verdict: 'fail', alert: true, advisory: true });
  });
});
