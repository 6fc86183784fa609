import type { OneFinding } from '../../../app/console/one-finding.ts';
import { RECHECK_OUTCOMES } from '../../../model/job.ts';
import { localTime } from '../../../report/words.ts';
import { Post } from '../../parts/form.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { OutsideLink } from './outside-link.tsx';

interface RectificationCardProps {
  readonly view: View;
  readonly of: OneFinding;
}

/** What the unit reported, what re-checks saw, and asking for another look. */
export function RectificationCard({ view, of: { finding, feedback } }: RectificationCardProps) {
  const mayAsk = mayIn(view, 'self-check');
  if (feedback.length === 0 && !mayAsk) return null;
  return (
    <section class="card" aria-labelledby="rectified">
      <h2 id="rectified">整改与核查</h2>
      {feedback.map(({ text, link, byName, at, recheck }) => (
        <div class="objection">
          <p class="soft small">{`${byName}于 ${localTime(at, view.timeZone)} 反馈整改`}</p>
          <p class="said">{text}</p>
          {link !== null && (
            <p>
              <OutsideLink url={link} />
            </p>
          )}
          {recheck ? (
            <p>
              <b>{RECHECK_OUTCOMES[recheck.outcome]}</b>
              {`（${localTime(recheck.at, view.timeZone)} 复查）：${recheck.text}`}
            </p>
          ) : (
            <p class="soft">尚未复查。</p>
          )}
        </div>
      ))}
      {mayAsk && (
        <Post action={inQuarter(view, `/findings/${finding.number}/recheck`)} csrf={view.csrf}>
          <p class="row">
            <button type="submit" class="quiet">
              重新核查
            </button>
            <span class="soft small">立即重新读取有关页面，看这个问题是否已经整改。</span>
          </p>
        </Post>
      )}
    </section>
  );
}
