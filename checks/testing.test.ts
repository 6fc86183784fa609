import { describe, expect, it } from 'vitest';
import { type CheckContext, defineCheck, refsOf, z } from './kit.ts';
import { articlePage, type CheckCase, listPage, paragraphs, testCheck } from './testing.ts';

const messages = { missing: { text: '未发布指南', fix: '请发布指南' } } as const;
type Run = (context: CheckContext<'guide', never, never, typeof messages, Record<string, never>>) => undefined;
const checkWith = (run: Run) =>
  defineCheck({
    id: 'sample',
    title: '示例',
    topics: ['guide'],
    basis: [{ document: '示例文件', clause: '第一条' }],
    messages,
    params: z.strictObject({}),
    subject: ({ unit }) => unit.id,
    run,
  });

const careful = checkWith(({ topic, report }) => {
  const found = topic('guide').find({ match: ({ title }) => title.includes('指南') });
  if (found.kind === 'present') return report.pass('已发布', found.refs);
  if (found.kind === 'unknown') return report.inconclusive(found);
  return report.fail('missing', {}, found.coverage.refs);
});

const columns = [{ topic: 'guide', url: '/guide/' }] as const;
const notes = {
  '/guide/': listPage([{ title: '工作动态', url: '/guide/doc_1.html', date: '2023-03-01' }]),
  '/guide/doc_1.html': articlePage({
    title: '工作动态',
    date: '2023-03-01',
    body: paragraphs('开展了一次学习活动，内容如下。'),
  }),
};
const missing: CheckCase = {
  name: 'no guide',
  asOf: '2023-08-08',
  columns,
  pages: notes,
  expect: [{ verdict: 'fail', message: 'missing' }],
};

describe('testCheck', () => {
  it('is content with a check that keeps apart missing and unread', () => testCheck(careful, [missing]));

  it('tells of a verdict that was not expected', async () => {
    await expect(testCheck(careful, [{ ...missing, expect: [{ verdict: 'pass' }] }])).rejects.toThrow(
      /no guide: expected[\s\S]*not expected/,
    );
  });

  it('catches a check that takes an unread list for an empty one', async () => {
    const careless = checkWith(({ topic, report }) => {
      const { documents, refs } = topic('guide');
      const [first] = documents;
      if (documents.some(({ title }) => title.includes('指南'))) return report.pass('已发布', refs);
      if (first) return report.fail('missing', {}, refsOf(first));
    });
    await expect(testCheck(careless, [missing])).rejects.toThrow('must be inconclusive');
  });

  it('catches a check that accuses more when less can be read', async () => {
    const eager = checkWith(({ topic, report }) => {
      const { documents, refs } = topic('guide');
      const [ref] = refs;
      const isThere = documents.some((one) => one.captured && one.title.includes('指南'));
      if (isThere || !ref) return report.pass('已发布', refs);
      return report.fail('missing', {}, [ref]);
    });
    const there: CheckCase = {
      ...missing,
      pages: {
        '/guide/': listPage([{ title: '信息公开指南', url: '/guide/doc_1.html', date: '2023-03-01' }]),
        '/guide/doc_1.html': articlePage({
          title: '信息公开指南',
          date: '2023-03-01',
          body: paragraphs('编制本指南，内容如下。'),
        }),
      },
      expect: [{ verdict: 'pass' }],
    };
    await expect(testCheck(eager, [there])).rejects.toThrow('a new accusation');
  });

  it('catches a check that takes a register that was not handed in for an empty one', async () => {
    const careless = defineCheck({
      ...careful,
      judges: 'registers',
      topics: ['other'],
      registers: ['tasks'],
      run: ({ register, cite, report }) => {
        const rows = register('tasks');
        return rows ? report.fail('missing', {}, [cite('tasks')]) : report.pass('没有任务', []);
      },
    });
    const kept: CheckCase = { ...missing, columns: [], pages: {}, registers: { tasks: [] } };
    await expect(testCheck(careless, [kept])).rejects.toThrow('without the registers cited');
  });

  it('passes a breakdown of the check on', async () => {
    const broken = checkWith(() => {
      throw new Error('broken on purpose');
    });
    await expect(testCheck(broken, [missing])).rejects.toThrow('broken on purpose');
  });
});
