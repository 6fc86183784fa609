import { PROGRESS } from '../../../app/console/rectification-list.ts';
import type { UnitRectificationItem } from '../../../app/console/unit-rectification.ts';
import { RECHECK_OUTCOMES } from '../../../model/job.ts';
import { localTime } from '../../../report/words.ts';
import { Field, Post } from '../../parts/form.tsx';
import type { View } from '../../view.ts';
import { LiveJob } from '../jobs/live-job.tsx';

/** What was filled in and could not be taken. */
export interface FeedbackDraft {
  readonly number: string;
  readonly text: string;
  readonly link: string;
  readonly error: string;
}

/** Id of the part of an item that a re-check changes. */
export const lookId = (number: UnitRectificationItem['number']): string => `look-${number}`;

interface ItemCardProps {
  readonly view: View;
  readonly item: UnitRectificationItem;
  /** Id of the quarter that the bulletin was about. */
  readonly period: string;
  /** Whether its re-check is shown live. */
  readonly isFollowed: boolean;
  /** Parts of the page that may be otherwise when its re-check has ended. */
  readonly others: readonly string[];
  readonly draft: FeedbackDraft | null;
}

export function ItemCard({ view, item, period, isFollowed, others, draft }: ItemCardProps) {
  const { number, fix, isListed, reports, progress } = item;
  const { text, group } = item.item;
  const isDone = progress === 'fixed' || progress === 'lapsed';
  const form = <FeedbackForm view={view} number={number} draft={draft} />;
  return (
    <section class="card rectify" id={`item-${number}`} aria-labelledby={`title-${number}`}>
      <h2 id={`title-${number}`}>{isListed ? <a href={`/findings/${number}?period=${period}`}>{text}</a> : text}</h2>
      <p class="soft small">
        {`${number}　${group === null ? '提醒' : '减分问题'}`}
        {fix !== null && `　整改：${fix}`}
      </p>
      <div id={lookId(number)}>
        <p class="row">
          <span class={`tag progress-${progress}`}>{PROGRESS[progress]}</span>
        </p>
        <Reports view={view} reports={reports} />
        <Recheck view={view} item={item} isFollowed={isFollowed} others={others} />
      </div>
      {!isDone && reports.length === 0 && form}
      {!isDone && reports.length > 0 && (
        <details open={draft !== null}>
          <summary>再次反馈</summary>
          {form}
        </details>
      )}
    </section>
  );
}

interface ReportsProps {
  readonly view: View;
  readonly reports: UnitRectificationItem['reports'];
}

function Reports({ view, reports }: ReportsProps) {
  if (reports.length === 0) return null;
  return (
    <ol class="history">
      {reports.map(({ text, link, byName, at, isLate, recheck }) => (
        <li>
          <p class="soft small">
            {`${byName}于 ${localTime(at, view.timeZone)} 反馈`}
            {isLate && <span class="tag alert">逾期反馈</span>}
          </p>
          <p class="said">{text}</p>
          {link !== null && (
            <p>
              <a href={link} rel="noreferrer noopener" target="_blank" class="outside">
                {link}
              </a>
            </p>
          )}
          {recheck && (
            <p>
              <b>{`核查结果：${RECHECK_OUTCOMES[recheck.outcome]}`}</b>
              {`（${localTime(recheck.at, view.timeZone)}）${recheck.text}`}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

type RecheckProps = Pick<ItemCardProps, 'view' | 'item' | 'isFollowed' | 'others'>;

function Recheck({ view, item: { number, recheck }, isFollowed, others }: RecheckProps) {
  if (!recheck) return null;
  if (!isFollowed) return <p class="soft">{`核查：${recheck.progress.text}`}</p>;
  return <LiveJob view={view} job={recheck} page="/rectification" part={`#${lookId(number)}`} others={others} />;
}

interface FeedbackFormProps {
  readonly view: View;
  readonly number: string;
  readonly draft: FeedbackDraft | null;
}

function FeedbackForm({ view, number, draft }: FeedbackFormProps) {
  return (
    <Post action={`/findings/${number}/feedback`} csrf={view.csrf} class="feedback">
      {draft !== null && (
        <p class="notice error" role="alert">
          {draft.error}
        </p>
      )}
      <Field label="整改情况" hint="做了什么整改、何时完成。">
        <textarea name="text" required maxlength={4000}>
          {draft?.text ?? ''}
        </textarea>
      </Field>
      <Field label="整改后的网址" hint="本区公开网站上整改后页面的完整网址，可以不填。">
        <input type="text" inputmode="url" name="link" value={draft?.link ?? ''} maxlength={2000} />
      </Field>
      <button type="submit">提交并核查</button>
    </Post>
  );
}
