import { PROGRESS, type RectificationLine } from '../../../app/console/rectification-list.ts';
import type { Feedback } from '../../../model/feedback.ts';
import { FINDING_STATES } from '../../../model/finding.ts';
import { RECHECK_OUTCOMES } from '../../../model/job.ts';
import { localTime } from '../../../report/words.ts';
import { Post } from '../../parts/form.tsx';
import { mayIn, type View } from '../../view.ts';

interface ItemTableProps {
  readonly view: View;
  readonly rows: readonly RectificationLine[];
}

export function ItemTable({ view, rows }: ItemTableProps) {
  const mayCheck = mayIn(view, 'self-check');
  return (
    <div class="scroll">
      <table class="items">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">整改事项</th>
            <th scope="col">期限</th>
            <th scope="col">单位反馈</th>
            <th scope="col">核查</th>
            <th scope="col">进展</th>
            {mayCheck && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr>
              <th scope="row" class="nowrap">
                {rows[at - 1]?.unit === row.unit ? <span class="unseen">{row.unitName}</span> : row.unitName}
              </th>
              <td class="what">
                <a href={`/findings/${row.number}?period=${row.bulletin.period.id}`}>{row.item.text}</a>
                <span class="trace">{row.item.group === null ? '提醒' : '减分'}</span>
              </td>
              <td class="nowrap">{row.due}</td>
              <td class="reported">
                <Reported feedback={row.feedback} isLate={row.isLate} timeZone={view.timeZone} />
              </td>
              <td>
                <Seen row={row} timeZone={view.timeZone} />
              </td>
              <td class="nowrap">
                <span class={`tag progress-${row.progress}`}>{PROGRESS[row.progress]}</span>
              </td>
              {mayCheck && (
                <td class="nowrap">
                  {row.progress !== 'fixed' && row.progress !== 'lapsed' && (
                    <Post action={`/findings/${row.number}/recheck`} csrf={view.csrf}>
                      <button type="submit" class="quiet" aria-label={`重新核查${row.number}`}>
                        重新核查
                      </button>
                    </Post>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ReportedProps {
  readonly feedback: Feedback | null;
  readonly isLate: boolean;
  readonly timeZone: string;
}

function Reported({ feedback, isLate, timeZone }: ReportedProps) {
  if (!feedback) return <span class="soft">未反馈</span>;
  const { text, link, at, byName } = feedback;
  return (
    <>
      <span class="said">{text}</span>
      {link !== null && (
        <a href={link} rel="noreferrer noopener" target="_blank" class="outside">
          {link}
        </a>
      )}
      <span class="trace">{`${byName}　${localTime(at, timeZone)}${isLate ? '　逾期反馈' : ''}`}</span>
    </>
  );
}

/** What the re-check after the report saw, and what nights saw. */
function Seen({
  row: { feedback, tracked },
  timeZone,
}: {
  readonly row: RectificationLine;
  readonly timeZone: string;
}) {
  const recheck = feedback?.recheck ?? null;
  return (
    <>
      {recheck && (
        <>
          {RECHECK_OUTCOMES[recheck.outcome]}
          <span class="trace">{`${recheck.text}　${localTime(recheck.at, timeZone)}`}</span>
        </>
      )}
      {tracked && <span class="trace">{`夜间取证：${FINDING_STATES[tracked.state]}（${tracked.since}）`}</span>}
      {!recheck && !tracked && <span class="soft">未核查</span>}
    </>
  );
}
