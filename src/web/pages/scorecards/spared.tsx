import type { SparedFinding } from '../../../app/console/scorecards.ts';
import type { Decision } from '../../../model/decision.ts';
import { localTime } from '../../../report/words.ts';
import { StandingTag } from '../../parts/tags.tsx';
import { inQuarter, type View } from '../../view.ts';

const SHOWN = 100;

/** What an inspector decided to be no finding, a reminder only, or worth other points: by whom, when and why. */
export function Spared({ view, spared }: { readonly view: View; readonly spared: readonly SparedFinding[] }) {
  if (spared.length === 0) return null;
  return (
    <section class="card" aria-labelledby="spared">
      <h2 id="spared">{`审核后不计或另行计分的问题（${spared.length}）`}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">问题</th>
              <th scope="col">审核结果</th>
              <th scope="col">理由</th>
              <th scope="col">审核人</th>
            </tr>
          </thead>
          <tbody>
            {spared.slice(0, SHOWN).map(({ finding, decision }) => (
              <tr>
                <td class="what">
                  <a href={inQuarter(view, `/findings/${finding.number}`)}>{finding.text}</a>
                  {finding.group && <span class="trace">{finding.group.title}</span>}
                </td>
                <td>
                  <StandingTag standing={decision.kind} />
                  <span class="trace">{effectOf(decision)}</span>
                </td>
                <td class="what">{decision.reason}</td>
                <td class="nowrap">
                  {decision.byName}
                  <span class="trace">{localTime(decision.at, view.timeZone)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {spared.length > SHOWN && <p class="soft small">{`只列出前${SHOWN}个，其余见“问题”。`}</p>}
    </section>
  );
}

function effectOf({ kind, points }: Decision): string {
  if (kind === 'rejected') return '不作为问题';
  return kind === 'repriced' ? `按${points ?? 0}分计` : '不减分';
}
