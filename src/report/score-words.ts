import type { Scorecard, YearCard, YearQuarter } from '../model/score.ts';
import { terminalTable } from './terminal-table.ts';

/** How a unit's points for its key columns came about, for people. */
export function coverageText({ coverage, coverageFrom, keyColumns }: Scorecard, coverageMax: number): string {
  if (coverageFrom === 'register') return `重点栏目保障得分${coverage}分，检查人员录入`;
  if (!keyColumns || keyColumns.total === 0) return `重点栏目保障得分${coverage}分，没有设定重点栏目，待检查人员录入`;
  const { total, updated, unread } = keyColumns;
  const open = unread > 0 ? `，${unread}个没有读到、暂按有更新计` : '';
  const sum = `${coverageMax}×${updated + unread}÷${total}，取至0.5分`;
  return `重点栏目保障得分${coverage}分（建议）：重点栏目${total}个，本季度有更新${updated}个${open}；${sum}`;
}

/** What `xunjian year` prints: every unit's quarters, year-end points and total; a missing quarter is named as such. */
export function yearTable(cards: readonly YearCard[], nameOf: (unit: string) => string, width: number): string {
  const quarters = cards[0]?.quarters.map(({ period }) => period) ?? [];
  const table = terminalTable({
    head: ['单位', ...quarters, '季度合计', '年终', '全年', '待定'],
    rows: cards.map(({ unit, quarters, daily, yearEnd, total, open }) => [
      nameOf(unit),
      ...quarters.map(quarterText),
      pointsText(daily),
      `${yearEnd}`,
      pointsText(total),
      `${open}`,
    ]),
    width,
    ruled: false,
  });
  const uncounted = cards.flatMap((card) =>
    card.uncounted.map(({ item, points, why }) => `未计入：${nameOf(card.unit)} ${item} ${points}分（${why}）`),
  );
  return [table, ...uncounted].join('\n');
}

const UNDECIDED = '未定';
const pointsText = (points: number | null): string => (points === null ? UNDECIDED : `${points}`);

function quarterText(quarter: YearQuarter): string {
  switch (quarter.state) {
    case 'scored':
      return `${quarter.total}`;
    case 'running':
      return `${quarter.total}（未结束）`;
    case 'missing':
      return '未巡检';
    case 'not-assessed':
      return '不考核';
  }
}
