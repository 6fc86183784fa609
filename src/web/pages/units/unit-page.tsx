import type { ListedFinding } from '../../../app/console/find-findings.ts';
import type { ColumnView, UnitView } from '../../../app/console/units.ts';
import { TOPICS } from '../../../model/topic.ts';
import { Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { CostTag, StandingTag, StateTag } from '../../parts/tags.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { ColumnTable } from './column-table.tsx';
import { SelfCheckTime, UNIT_KINDS } from './units-page.tsx';

const SHOWN = 50;

/** One unit: its columns as the audit left them, and its findings. */
export function UnitPage({ view, of }: { readonly view: View; readonly of: UnitView }) {
  const { unit, card, columns, findings, selfCheck } = of;
  const mayCheck = mayIn(view, 'self-check') && unit.columns.length > 0;
  return (
    <Layout
      view={view}
      title={unit.fullName}
      trail={view.actor.role === 'unit' ? [] : [{ text: '单位', href: inQuarter(view, '/units') }]}
      actions={
        mayCheck && (
          <Post action={`/units/${unit.id}/self-check`} csrf={view.csrf}>
            <button type="submit">立即自查</button>
          </Post>
        )
      }
    >
      <section class="card" aria-label="概况">
        <dl class="facts">
          <dt>类别</dt>
          <dd>{`${UNIT_KINDS[unit.kind]}${unit.enforcement ? '，有行政执法权' : ''}`}</dd>
          <dt>得分</dt>
          <dd>
            <a href={inQuarter(view, `/scorecards/${unit.id}`)}>
              {unit.columns.length > 0 ? `${card.total}分（减${card.deducted}分）` : '栏目网址待确认，未巡检'}
            </a>
            {card.open > 0 && `，待定${card.open}分`}
          </dd>
          <dt>栏目</dt>
          <dd>{countsOf(columns)}</dd>
          <dt>最近自查</dt>
          <dd>
            <SelfCheckTime view={view} job={selfCheck} />
          </dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="findings">
        <h2 id="findings">{`问题（${findings.length}）`}</h2>
        <FindingList view={view} findings={findings} unit={unit.id} />
      </section>
      <section class="card" aria-labelledby="columns">
        <h2 id="columns">{`栏目（${columns.length}）`}</h2>
        <ColumnTable columns={columns} />
      </section>
    </Layout>
  );
}

function countsOf(columns: readonly ColumnView[]): string {
  const faulty = columns.filter(({ state }) => state === 'defective' || state === 'empty').length;
  const unread = columns.filter(({ state }) => state === 'unreadable').length;
  return `${columns.length}个，其中有问题${faulty}个、未能读取${unread}个`;
}

interface FindingListProps {
  readonly view: View;
  readonly findings: readonly ListedFinding[];
  readonly unit: string;
}

function FindingList({ view, findings, unit }: FindingListProps) {
  if (findings.length === 0) return <p class="empty">没有发现问题。</p>;
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">问题</th>
              <th scope="col">减分</th>
              <th scope="col">状态</th>
              <th scope="col">审核</th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, SHOWN).map(({ number, text, topic, cost, alert, state, said }) => (
              <tr>
                <td class="what">
                  <a href={inQuarter(view, `/findings/${number}`)}>{text}</a>
                  <span class="trace">{`${TOPICS[topic]}　${number}`}</span>
                </td>
                <td class="nowrap">
                  <CostTag cost={cost} alert={alert} />
                </td>
                <td class="nowrap">{state && <StateTag state={state} />}</td>
                <td class="nowrap">
                  <StandingTag standing={said.standing} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings.length > SHOWN && (
        <p>
          <a href={inQuarter(view, `/findings?unit=${encodeURIComponent(unit)}`)}>
            {`查看全部${findings.length}个问题`}
          </a>
        </p>
      )}
    </>
  );
}
