import type { OneFinding } from '../../../app/console/one-finding.ts';
import { FINDING_STATES } from '../../../model/finding.ts';
import { dayName, localTime } from '../../../report/words.ts';
import type { View } from '../../view.ts';
import { historyWords } from './history-words.ts';

/** What became of the finding since it was seen first, oldest first. */
export function History({ view, of: { finding, history } }: { readonly view: View; readonly of: OneFinding }) {
  const { firstSeen, since, state } = finding;
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">经过</h2>
      <ol class="history">
        {firstSeen && (
          <li>
            <span class="trace">{dayName(firstSeen)}</span>
            取证判定中首次发现
          </li>
        )}
        {history.map((entry) => (
          <li>
            <span class="trace">{`${localTime(entry.at, view.timeZone)}　${entry.byName}`}</span>
            {historyWords(entry)}
          </li>
        ))}
        {state && since && since !== firstSeen && (
          <li>
            <span class="trace">{dayName(since)}</span>
            {`取证判定后状态为“${FINDING_STATES[state]}”，至今未变`}
          </li>
        )}
        {!firstSeen && history.length === 0 && <li>没有记录。</li>}
      </ol>
    </section>
  );
}
