import type { Cadence } from '../model/period.ts';
import type { Due } from '../model/plan.ts';
import { TOPICS, type Topic } from '../model/topic.ts';
import { LIMIT_STARTS, type TaskLimit, type TaskObligation, type WorkTask } from '../model/work-plan.ts';

const EVERY: Readonly<Record<Cadence, string>> = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

/** A task's time limits as one text for people. */
export const limitsText = (limits: readonly TaskLimit[]): string =>
  limits.length > 0 ? limits.map(limitText).join('；') : '方案没有列明';

function limitText(limit: TaskLimit): string {
  if ('after' in limit) return `${LIMIT_STARTS[limit.after]}后${limit.workdays}个工作日内`;
  if ('every' in limit) {
    const within = limit.workdays === undefined ? '' : `，期满后${limit.workdays}个工作日内`;
    return limit.stated ? `${limit.stated}（按${EVERY[limit.every]}掌握）${within}` : `${EVERY[limit.every]}${within}`;
  }
  if ('by' in limit) {
    const [year, month, day] = limit.by.split('-').map(Number);
    return `${year}年${month}月${day}日前`;
  }
  if ('atLeastDays' in limit) return `${limit.of}不少于${limit.atLeastDays}日`;
  if ('during' in limit) return limit.during;
  return '长期坚持';
}

/** What a unit does about a task, and where it shows. `name` is the unit's name in the plan. */
export function measuresText(task: WorkTask, name: string | null): string {
  const part = task.lead === null || name === null ? [] : [task.lead === name ? '牵头落实' : `配合${task.lead}落实`];
  const shown = task.obligations.map(obligationText);
  const columns = shown.length > 0 ? shown : task.topics.map((topic) => `在${columnOf(topic)}公开`);
  return [...part, ...(columns.length > 0 ? columns : ['落实后留存材料备查'])].join('；');
}

const columnOf = (topic: Topic): string => (topic === 'other' ? '本项对应的栏目' : `“${TOPICS[topic]}”栏目`);

function obligationText({ check, topic, every, due }: TaskObligation): string {
  switch (check) {
    case 'tasks':
      return '完成后报区政府办公室，在任务台账登记';
    case 'applications':
      return '在依申请公开台账登记收到、延期告知和答复日期';
    case 'privacy':
      return '公开前逐件检查个人信息';
    case 'interpretation':
      return `在${columnOf(topic)}公开${due ? `，文件公开后${dueText(due)}` : ''}`;
    case 'timeliness':
      return `在${columnOf(topic)}公开${due ? `，信息形成后${dueText(due)}` : ''}`;
    default:
      return `${every ? EVERY[every] : ''}在${columnOf(topic)}公开${due ? `，${every && due.kind !== 'date' ? '期满后' : ''}${dueText(due)}` : ''}`;
  }
}

function dueText(due: Due): string {
  switch (due.kind) {
    case 'working-days':
      return `${due.days}个工作日内`;
    case 'days':
      return `${due.days}日内`;
    case 'date':
      return `${due.yearsLater > 0 ? '次年' : '当年'}${due.monthDay.replace('-', '月')}日前`;
  }
}
