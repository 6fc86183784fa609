import type { ListedFinding } from '../../../app/console/find-findings.ts';
import { TOPICS } from '../../../model/topic.ts';
import { CostTag, StandingTag, StateTag } from '../../parts/tags.tsx';
import type { View } from '../../view.ts';
import { chosenValue } from './decision-form.ts';
import { findingAddress, type ListQuery } from './query.ts';

interface FindingTableProps {
  readonly view: View;
  readonly rows: readonly ListedFinding[];
  readonly query: ListQuery;
  /** What is chosen of them; null where nothing can be decided. */
  readonly chosen: ReadonlySet<string> | null;
}

/** The lines of a list of findings. */
export function FindingTable({ view, rows, query, chosen }: FindingTableProps) {
  const isUnit = view.actor.role === 'unit';
  return (
    <div class="scroll">
      <table class="findings">
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <input type="checkbox" data-all="finding" aria-label="全选本页" class="scripted-only" />
              </th>
            )}
            {!isUnit && <th scope="col">单位</th>}
            <th scope="col">问题</th>
            <th scope="col">减分项</th>
            <th scope="col">状态</th>
            <th scope="col">审核</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {chosen && (
                <td>
                  <Choose row={row} isChosen={chosen.has(chosenValue(row))} />
                </td>
              )}
              {!isUnit && <td class="unit">{row.unitName}</td>}
              <td class="what">
                <a href={findingAddress(view, row.number, query)}>{row.text}</a>
                <span class="trace">{`${TOPICS[row.topic]}　${row.number}`}</span>
              </td>
              <td>
                <Weight row={row} />
              </td>
              <td>
                <Night row={row} />
              </td>
              <td>
                <StandingTag standing={row.said.standing} />
                <ObjectionMark row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is gone cannot be decided on. */
function Choose({ row, isChosen }: { readonly row: ListedFinding; readonly isChosen: boolean }) {
  if (!row.isThere) return null;
  return (
    <input
      type="checkbox"
      name="finding"
      value={chosenValue(row)}
      checked={isChosen}
      aria-label={`选定 ${row.number} ${row.unitName}`}
    />
  );
}

function Weight({ row: { isThere, group, cost, alert, said } }: { readonly row: ListedFinding }) {
  if (!isThere || said.standing === 'rejected') return <span class="soft">不减分</span>;
  return (
    <>
      <CostTag cost={cost} alert={alert} />
      {group && <span class="trace">{group.title}</span>}
    </>
  );
}

function Night({ row: { state, firstSeen } }: { readonly row: ListedFinding }) {
  if (!state) return <span class="soft">无记录</span>;
  return (
    <>
      <StateTag state={state} />
      {firstSeen && <span class="trace">{`${firstSeen} 首次发现`}</span>}
    </>
  );
}

function ObjectionMark({ row: { said } }: { readonly row: ListedFinding }) {
  if (said.objections.length === 0) return null;
  const isOpen = said.objections.some(({ answer }) => answer === null);
  return <span class={isOpen ? 'tag alert' : 'tag'}>{isOpen ? '异议待答复' : '异议已答复'}</span>;
}
