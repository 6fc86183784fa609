import type { Change } from '../../../app/console/self-check-changes.ts';
import type { SelfCheckResult } from '../../../app/console/self-check-result.ts';
import { dayName, localTime } from '../../../report/words.ts';
import type { View } from '../../view.ts';
import { Answers } from './self-check-answers.tsx';

interface SelfCheckResultViewProps {
  readonly view: View;
  readonly result: SelfCheckResult;
  /** Path of the page. */
  readonly path: string;
}

/** What a self-check came to: what is otherwise than before first, then every question by topic. */
export function SelfCheckResultView({ view, result, path }: SelfCheckResultViewProps) {
  const { audit, card, counts, changes, isOutdated, sections } = result;
  const figures: readonly (readonly [figure: number, word: string])[] = [
    [card.total, '按本次自查的得分'],
    [counts.charged, '减分问题'],
    [counts.free, '提醒等不减分问题'],
    [counts.unsettled, '未能判定（不减分）'],
  ];
  return (
    <>
      <section aria-labelledby="result">
        <div class="head">
          <h2 id="result">自查结果</h2>
          <p class="soft small">
            {`判定日期：${dayName(audit.asOf)}　取证开始：${localTime(audit.run.startedAt, view.timeZone)}　`}
            {`读取${audit.run.captures}个页面和文件，其中${audit.run.unreadable}个未能读取`}
          </p>
          <div class="actions">
            <a class="button quiet" href={`${path}/sheet.xlsx`} download>
              下载自查表（Excel）
            </a>
            <a class="button quiet" href={`${path}/sheet.html`} download>
              下载自查表（网页）
            </a>
          </div>
        </div>
        {isOutdated && (
          <p class="notice plain">此后又进行过全区取证判定，以下为自查时的情况；最新情况以“问题”中的为准。</p>
        )}
        <ul class="figures">
          {figures.map(([figure, word]) => (
            <li>
              <b>{figure}</b>
              <span>{word}</span>
            </li>
          ))}
        </ul>
      </section>
      {changes !== null && <Changes changes={changes} period={audit.period} />}
      <Answers sections={sections} period={audit.period} />
    </>
  );
}

const CHANGES: Readonly<Record<Change['kind'], { readonly word: string; readonly look: string }>> = {
  new: { word: '新发现', look: 'state-new' },
  fixed: { word: '已整改', look: 'state-fixed' },
  unread: { word: '未能读取', look: 'verdict-inconclusive' },
};

function Changes({ changes, period }: { readonly changes: readonly Change[]; readonly period: string }) {
  return (
    <section class="card" aria-labelledby="changes">
      <h2 id="changes">与全区最近一次判定相比</h2>
      {changes.length === 0 ? (
        <p class="soft">没有变化。</p>
      ) : (
        <ul class="lines">
          {changes.map(({ kind, text, number }) => (
            <li>
              <span class={`tag ${CHANGES[kind].look}`}>{CHANGES[kind].word}</span>{' '}
              {number === null ? text : <a href={`/findings/${number}?period=${period}`}>{text}</a>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
