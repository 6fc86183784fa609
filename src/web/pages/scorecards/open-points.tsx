import type { ScorecardView } from '../../../app/console/scorecards.ts';
import { TOPICS } from '../../../model/topic.ts';
import { inQuarter, type View } from '../../view.ts';

const SHOWN = 20;

/** What could still cost points once it can be read, and what it waits for. */
export function OpenPoints({ view, of }: { readonly view: View; readonly of: ScorecardView }) {
  const { card, open, openCoverage, unit } = of;
  if (open.length === 0 && openCoverage === 0) return null;
  return (
    <section class="card" aria-labelledby="open">
      <h2 id="open">{`待定（至多${card.open}分）`}</h2>
      <p class="soft small">以下内容未能读取，不能认定为缺失，也不减分；能够读取后再判定。</p>
      {openCoverage > 0 && <p>{coverageWords(of)}</p>}
      {open.map(({ title, points, verdicts }) => (
        <article class="deduction">
          <h3>
            <span class="tag verdict-inconclusive">{`至多${points}分`}</span>
            {` ${title}`}
          </h3>
          <ul class="lines">
            {verdicts.slice(0, SHOWN).map(({ text, topic, column }) => (
              <li>
                {text}
                <span class="trace">{`${TOPICS[topic]}${column === null ? '' : `　${column}`}`}</span>
              </li>
            ))}
          </ul>
          {verdicts.length > SHOWN && <p class="soft small">{`另有${verdicts.length - SHOWN}项。`}</p>}
        </article>
      ))}
      <p>
        <a href={inQuarter(view, `/unread?unit=${encodeURIComponent(unit.id)}`)}>查看未能读取的内容</a>
      </p>
    </section>
  );
}

function coverageWords({ card, openCoverage }: ScorecardView): string {
  return card.keyColumns && card.keyColumns.total > 0
    ? `重点栏目保障得分中有${openCoverage}分取决于未能读取的重点栏目。`
    : `没有设定重点栏目，保障得分${openCoverage}分待检查人员评定。`;
}
