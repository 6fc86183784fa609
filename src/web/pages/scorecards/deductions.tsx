import type { DeductionLine } from '../../../app/console/scorecards.ts';
import { TOPICS } from '../../../model/topic.ts';
import { basisText } from '../../../report/words.ts';
import { StandingTag } from '../../parts/tags.tsx';
import { inQuarter, type View } from '../../view.ts';

/** Findings of one deduction that are shown; the rest stands in the list of findings. */
const SHOWN = 30;

/** Every deduction with its clause and the findings that it rests on. */
export function Deductions({ view, lines }: { readonly view: View; readonly lines: readonly DeductionLine[] }) {
  return (
    <section class="card" aria-labelledby="deductions">
      <h2 id="deductions">{`减分（${lines.length}项）`}</h2>
      {lines.length === 0 && <p class="empty">本季度没有减分。</p>}
      {lines.map((line) => (
        <Line view={view} line={line} />
      ))}
    </section>
  );
}

function Line({
  view,
  line: { deduction, title, group, proposed, findings },
}: {
  readonly view: View;
  readonly line: DeductionLine;
}) {
  const query = new URLSearchParams({ unit: deduction.unit, group: deduction.group });
  return (
    <article class="deduction">
      <h3>
        <span class="tag cost">{`减${deduction.points}分`}</span>
        {` ${title}`}
      </h3>
      {group && <p class="soft small">{`依据：${basisText(group.basis).join('；')}`}</p>}
      {proposed !== null && <p class="soft small">{`审核前减${proposed}分，按审核结果计${deduction.points}分`}</p>}
      {findings.length === 0 && <p>依据台账登记减分，见台账“省级评估失分”。</p>}
      <ul class="lines">
        {findings.slice(0, SHOWN).map(({ number, text, topic, said }) => (
          <li>
            <a href={inQuarter(view, `/findings/${number}`)}>{text}</a> <StandingTag standing={said.standing} />
            <span class="trace">{`${TOPICS[topic]}　${number}`}</span>
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p>
          <a href={inQuarter(view, `/findings?${query}`)}>{`查看全部${findings.length}个问题`}</a>
        </p>
      )}
    </article>
  );
}
