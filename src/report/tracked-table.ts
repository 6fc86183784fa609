import { FINDING_STATES, type TrackedFinding } from '../model/finding.ts';
import { terminalTable } from './terminal-table.ts';

/** One row of `xunjian findings`. */
interface TrackedRow extends TrackedFinding {
  readonly unitName: string;
  readonly rectifyBy: string | null;
}

/** Findings across nights, with how many stand in which state. */
export function trackedTable(findings: readonly TrackedRow[], width: number): string {
  if (findings.length === 0) return '没有符合条件的问题。';
  const rows = findings.map(({ unitName, state, since, advisory, text, firstSeen, lastSeen, rectifyBy }) => [
    ...[unitName, `${FINDING_STATES[state]} ${since}`, advisory ? `（提醒）${text}` : text],
    ...[firstSeen, lastSeen, rectifyBy ?? ''],
  ]);
  const head = ['单位', '状态', '问题', '首次发现', '最近发现', '整改期限'];
  const counts = Object.entries(FINDING_STATES).flatMap(([state, word]) => {
    const count = findings.filter((finding) => finding.state === state).length;
    return count > 0 ? [`${word}${count}项`] : [];
  });
  return `${terminalTable({ head, rows, width, ruled: true })}\n\n共${findings.length}项：${counts.join('，')}。`;
}
