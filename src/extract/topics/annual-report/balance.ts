import type { ReportTables } from './facts.ts';
import { outcomeSum } from './litigation-table.ts';
import { applicantSum, COLUMNS, rowsOf } from './requests-of-rows.ts';
import {
  type Imbalance,
  LITIGATION_BLOCKS,
  type Litigation,
  type LitigationBlock,
  REQUEST_COLUMNS,
  type Requests,
} from './table-facts.ts';

/**
 * Every sum that does not come out, of the tables that were read whole (国办公开办函〔2021〕30号、〔2019〕60号: 第一项加第二项
 * 之和，等于第三项加第四项之和). None of a table that was not.
 */
export function checkBalance({ requests, litigation }: ReportTables): Imbalance[] {
  return [...(requests.ok ? ofRequests(requests.value) : []), ...(litigation.ok ? ofLitigation(litigation.value) : [])];
}

function ofRequests(requests: Requests): Imbalance[] {
  const { received, carriedIn, resultTotal, carriedOut, results } = requests;
  const imbalances: Imbalance[] = [];
  const add = (rule: Imbalance['rule'], where: string, expected: number, printed: number, text: string): void => {
    if (expected !== printed) imbalances.push({ rule, table: 'requests', where, expected, printed, text });
  };
  for (const column of COLUMNS) {
    const where = REQUEST_COLUMNS[column];
    const [one, two, three, four] = [received[column], carriedIn[column], resultTotal[column], carriedOut[column]];
    const text = `${where}：一（${one}）+二（${two}）≠三（七）（${three}）+四（${four}）`;
    add('carry', where, one + two, three + four, text);
    const lines = results.reduce((sum, { counts }) => sum + counts[column], 0);
    add('results', where, lines, three, `${where}：办理结果各项之和${lines}≠（七）总计${three}`);
  }
  for (const { label, counts } of rowsOf(requests)) {
    const sum = applicantSum(counts);
    add('applicants', label, sum, counts.total, `“${label}”一行：各类申请人之和${sum}≠总计${counts.total}`);
  }
  return imbalances;
}

function ofLitigation(litigation: Litigation): Imbalance[] {
  return (Object.keys(LITIGATION_BLOCKS) as LitigationBlock[]).flatMap((block) => {
    const where = LITIGATION_BLOCKS[block];
    const expected = outcomeSum(litigation[block]);
    const printed = litigation[block].total;
    if (expected === printed) return [];
    const text = `${where}：四种结果之和${expected}≠总计${printed}`;
    return [{ rule: 'outcomes', table: 'litigation', where, expected, printed, text }];
  });
}
