import type { BulletinState } from '../../../app/console/bulletins.ts';
import type { QuarterFinding } from '../../../app/console/quarter-finding.ts';
import { dayName } from '../../../report/words.ts';
import { inQuarter, type View } from '../../view.ts';

const SHOWN = 10;

/** What stands in the way of letting the bulletin go out, and what one should know before. */
export function InTheWay({ view, of }: { readonly view: View; readonly of: BulletinState }) {
  const { undecided, unanswered, open, withoutCoverage, runsUntil } = of;
  const isFree = undecided.length + unanswered.length === 0;
  return (
    <section class="card" aria-labelledby="ready">
      <h2 id="ready">印发前核对</h2>
      {isFree && <p>减分问题均已审核，异议均已答复，可以印发。</p>}
      <Blocking
        view={view}
        findings={undecided}
        title={`${undecided.length}个减分问题待审核`}
        href="/findings?weight=charged&standing=pending"
      />
      <Blocking
        view={view}
        findings={unanswered}
        title={`${unanswered.length}个问题的异议没有答复`}
        href="/findings?objected=1"
      />
      <ul class="lines">
        {withoutCoverage > 0 && (
          <li>
            {`${withoutCoverage}个单位的重点栏目保障得分没有评定，按建议得分计。`}
            <a href={inQuarter(view, '/coverage')}>评定</a>
          </li>
        )}
        {open > 0 && (
          <li>
            {`有${open}分因内容未能读取而待定，不计入减分。`}
            <a href={inQuarter(view, '/unread')}>查看未能读取的内容</a>
          </li>
        )}
        {runsUntil !== null && <li>{`判定日期早于季度末（${dayName(runsUntil)}），本季度尚未结束。`}</li>}
      </ul>
    </section>
  );
}

interface BlockingProps {
  readonly view: View;
  readonly findings: readonly QuarterFinding[];
  readonly title: string;
  readonly href: string;
}

function Blocking({ view, findings, title, href }: BlockingProps) {
  if (findings.length === 0) return null;
  return (
    <>
      <h3>
        <span class="tag alert">不能印发</span> <a href={inQuarter(view, href)}>{title}</a>
      </h3>
      <ul class="lines">
        {findings.slice(0, SHOWN).map(({ number, unitName, text }) => (
          <li>
            {`${unitName}：`}
            <a href={inQuarter(view, `/findings/${number}`)}>{text}</a>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && <p class="soft small">{`其余${findings.length - SHOWN}个见列表。`}</p>}
    </>
  );
}
