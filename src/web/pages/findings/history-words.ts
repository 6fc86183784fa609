import { DECISION_KINDS } from '../../../model/decision.ts';
import { ACTIONS, type LogEntry } from '../../../model/log-entry.ts';

/** What somebody did with a finding, in plain words. The log keeps what was said as plain data. */
export function historyWords({ action, after }: Pick<LogEntry, 'action' | 'after'>): string {
  const text = (name: string): string => {
    const value = fieldOf(after, name);
    return typeof value === 'string' ? value : '';
  };
  switch (action) {
    case 'decide': {
      const kind = DECISION_KINDS[text('kind') as keyof typeof DECISION_KINDS] ?? '';
      const points = fieldOf(after, 'points');
      const costs = typeof points === 'number' ? `为${points}分` : '';
      return `${ACTIONS.decide}：${kind}${costs}${text('reason') === '' ? '' : `。理由：${text('reason')}`}`;
    }
    case 'object':
    case 'feed-back':
      return `${ACTIONS[action]}：${text('text')}${text('file') === '' ? '' : `（附件：${text('file')}）`}`;
    case 'answer-objection':
      return `答复异议：${fieldOf(after, 'upheld') === true ? '异议成立' : '异议不成立'}。${text('text')}`;
    case 'recheck':
      return '申请重新核查';
    default:
      return ACTIONS[action];
  }
}

function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
}
