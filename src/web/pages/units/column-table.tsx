import type { ColumnView } from '../../../app/console/units.ts';
import type { Cadence } from '../../../model/period.ts';
import { TOPICS } from '../../../model/topic.ts';
import type { ColumnState } from '../../../model/verdict.ts';

const STATES: Readonly<Record<ColumnState, { readonly word: string; readonly look: string }>> = {
  conforming: { word: '符合', look: 'verdict-pass' },
  defective: { word: '有问题', look: 'verdict-fail' },
  'no-event': { word: '无事项', look: 'verdict-pass' },
  empty: { word: '空白', look: 'verdict-fail' },
  unreadable: { word: '未能读取', look: 'verdict-inconclusive' },
};

const CADENCES: Readonly<Record<Cadence, string>> = {
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
  year: '每年',
};

/** Answers of one column that are shown; all of them stand in the list of findings. */
const SHOWN = 4;

/** A unit's columns with what the audit says of each. */
export function ColumnTable({ columns }: { readonly columns: readonly ColumnView[] }) {
  if (columns.length === 0) return <p class="empty">该单位还没有经确认的栏目网址。</p>;
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">栏目</th>
            <th scope="col">更新要求</th>
            <th scope="col">状态</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, state, verdicts }) => (
            <tr>
              <th scope="row" class="name">
                <a href={column.url} rel="noreferrer noopener" target="_blank">
                  {column.name}
                </a>
                {column.name !== TOPICS[column.topic] && <span class="trace">{TOPICS[column.topic]}</span>}
              </th>
              <td class="nowrap">
                {column.every === null ? '按规定' : CADENCES[column.every]}
                {column.key && <span class="trace">重点栏目</span>}
              </td>
              <td class="nowrap">
                <StateOf state={state} />
              </td>
              <td class="what">
                <ul class="lines">
                  {verdicts.slice(0, SHOWN).map(({ text }) => (
                    <li>{text}</li>
                  ))}
                </ul>
                {verdicts.length > SHOWN && <span class="trace">{`另有${verdicts.length - SHOWN}项`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StateOf({ state }: { readonly state: ColumnState | null }) {
  if (state === null) return <span class="soft">本期没有应判事项</span>;
  const { word, look } = STATES[state];
  return <span class={`tag ${look}`}>{word}</span>;
}
