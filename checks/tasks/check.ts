import { contains, defineCheck, lastDay, type RegisterRow, z } from '../kit.ts';

export default defineCheck({
  id: 'tasks',
  title: '政务公开工作任务',
  judges: 'registers',
  topics: ['other'],
  registers: ['tasks'],
  basis: [
    { document: '临政办字〔2021〕8号', clause: '第十条' },
    { document: '临政办字〔2021〕8号', clause: '第十三条第5项' },
  ],
  messages: {
    'not-done': {
      text: '任务“{task}”应于{due}前完成，截至{asOf}没有完成',
      fix: '请尽快完成并报区政府办公室，由其在任务台账登记完成日期',
    },
  },
  params: z.strictObject({}),
  subject: ({ period }) => period.id,
  run({ asOf, period, register, cite, report }) {
    const rows = register('tasks');
    if (rows === null) return report.inconclusive({ why: 'no-register', detail: '任务台账（tasks）', refs: [] });
    // A task is judged in the quarter in which it was due; one left undone from before is pointed out again.
    const isDone = ({ done }: RegisterRow<'tasks'>): boolean => done !== null && done <= asOf;
    const judged = rows.filter((row) => row.due <= lastDay(period) && (contains(period, row.due) || !isDone(row)));
    if (judged.length === 0) return report.notApplicable('nothing-due', '没有在本季度到期的任务');
    for (const row of judged) {
      const { task, due, done } = row;
      const about = { subject: task, message: 'not-done' } as const;
      if (isDone(row)) {
        const text = `任务“${task}”已于${done}完成${done && done > due ? `（截止日期为${due}）` : ''}`;
        report.pass(text, [cite('tasks', text)], about);
      } else if (asOf <= due) {
        report.notApplicable('not-due', `任务“${task}”的截止日期为${due}`, about);
      } else {
        const evidence = cite('tasks', `${task}，截止日期${due}，完成日期${done ?? '空白'}`);
        report.fail('not-done', { task, due, asOf }, [evidence], { subject: task, advisory: !contains(period, due) });
      }
    }
  },
});
