import type { OneFinding } from '../../../app/console/one-finding.ts';
import { TOPICS } from '../../../model/topic.ts';
import { basisText, dayName } from '../../../report/words.ts';
import { CostTag, StandingTag, StateTag } from '../../parts/tags.tsx';
import type { View } from '../../view.ts';
import { OutsideLink } from './outside-link.tsx';

/** What is wrong, how it is put right, on what ground, and what it costs. */
export function FactsCard({ of }: { readonly view: View; readonly of: OneFinding }) {
  const { quarter, finding, verdict } = of;
  const { state, firstSeen, since, said, isThere, alert, cost } = finding;
  const unit = quarter.sources.plan.units.find(({ id }) => id === finding.unit);
  const column = verdict?.column ?? null;
  const name = unit?.columns.find(({ url }) => url === column)?.name ?? TOPICS[finding.topic];
  return (
    <section class="card facts-of" aria-labelledby="facts">
      <h2 id="facts" class="what">
        {finding.text}
      </h2>
      <p class="row">
        {isThere && said.standing !== 'rejected' && <CostTag cost={cost} alert={alert} />}
        {state && <StateTag state={state} />}
        <StandingTag standing={said.standing} />
      </p>
      <dl class="facts">
        {verdict?.fix && (
          <>
            <dt>整改建议</dt>
            <dd>{verdict.fix}</dd>
          </>
        )}
        {verdict && verdict.basis.length > 0 && (
          <>
            <dt>依据</dt>
            {basisText(verdict.basis).map((text) => (
              <dd>{text}</dd>
            ))}
          </>
        )}
        <dt>减分</dt>
        <dd>{costText(of)}</dd>
        <dt>单位</dt>
        <dd>{unit?.fullName ?? finding.unitName}</dd>
        <dt>栏目</dt>
        <dd>
          {name}
          {column !== null && (
            <>
              <br />
              <OutsideLink url={column} />
            </>
          )}
        </dd>
        {firstSeen && (
          <>
            <dt>首次发现</dt>
            <dd>{dayName(firstSeen)}</dd>
          </>
        )}
        {since && since !== firstSeen && (
          <>
            <dt>现状态始于</dt>
            <dd>{dayName(since)}</dd>
          </>
        )}
        <dt>编号</dt>
        <dd class="mono">{finding.number}</dd>
      </dl>
    </section>
  );
}

/** What it costs, and why. */
function costText({ quarter, finding }: OneFinding): string {
  const { isThere, group, alert, said, unit, cost } = finding;
  if (!isThere) return '本季度最近一次判定已没有这个问题，不减分';
  if (said.standing === 'rejected') return '不予认定，不减分';
  if (said.standing === 'advised') return '改为提醒，不减分';
  if (alert) return '须当日告知单位处理，不自动减分';
  if (group === null) return '提醒，不减分';
  const deduction = quarter.unit(unit).deductions.find((one) => one.group === group.id);
  const others = (deduction?.verdicts.length ?? 1) - 1;
  const shared = others > 0 ? `；该单位本季度此项另有${others}个问题，合计只减${deduction?.points ?? cost}分` : '';
  return `减${cost}分，考核办法“${group.title}”一项，每单位每季度只减一次${shared}`;
}
