import type { UnitHome, UnitStanding } from '../../../app/console/unit-home.ts';
import { SOON } from '../../../app/console/unit-home.ts';
import type { CivilDate } from '../../../model/civil-date.ts';
import { TOPICS } from '../../../model/topic.ts';
import { dayName, localTime } from '../../../report/words.ts';
import { Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { CostTag, JobTag, StandingTag } from '../../parts/tags.tsx';
import { inQuarter, type View } from '../../view.ts';
import { AgendaList } from './agenda-list.tsx';
import { RectificationNotice } from './rectification-notice.tsx';

interface HomePageProps {
  readonly view: View;
  readonly home: UnitHome;
  readonly today: CivilDate;
}

/** The first page of a unit: where its quarter stands, what to put right first, and what falls due. */
export function HomePage({ view, home, today }: HomePageProps) {
  const { unit, isInspected, standing, soon, rectification, selfChecks } = home;
  return (
    <Layout
      view={view}
      title={unit.name}
      actions={
        isInspected && (
          <Post action="/self-check" csrf={view.csrf}>
            <button type="submit" class="large">
              立即自查
            </button>
          </Post>
        )
      }
    >
      {!isInspected && <p class="notice warning">本单位的栏目网址待确认，尚未巡检。请联系检查人员。</p>}
      {rectification && <RectificationNotice of={rectification} />}
      {standing ? <Figures view={view} standing={standing} /> : <p class="card empty">还没有对本单位的判定结果。</p>}
      <p class="soft lead">
        <LastSelfCheck view={view} jobs={selfChecks} />
      </p>
      <div class="columns">
        {standing && <ToFix view={view} standing={standing} />}
        <section class="card" aria-labelledby="soon">
          <h2 id="soon">{`逾期和${SOON}天内到期（${soon.length}）`}</h2>
          {soon.length === 0 ? (
            <p class="empty">没有临近到期的事项。</p>
          ) : (
            <AgendaList items={soon.slice(0, SHOWN)} today={today} />
          )}
          <p>
            <a href="/agenda">查看今后60天到期事项</a>
          </p>
        </section>
      </div>
    </Layout>
  );
}

/** Lines that the first page shows of a list. */
const SHOWN = 6;

function Figures({ view, standing }: { readonly view: View; readonly standing: UnitStanding }) {
  const { quarter, points, findings, pending } = standing;
  const { card, proposed } = points;
  const own = `/scorecards/${encodeURIComponent(card.unit)}`;
  const charged = findings.filter(({ cost }) => cost > 0).length;
  const figures: readonly (readonly [figure: number, word: string, href: string])[] = [
    [card.total, `当前得分（减${card.deducted}分）`, own],
    [charged, `减分问题，其中待审核${pending}个`, '/findings?weight=charged'],
    [findings.length - charged, '提醒等不减分问题', '/findings?weight=advisory'],
    [card.open, '待定分', own],
  ];
  const spared = proposed.card.deducted - card.deducted;
  return (
    <>
      <ul class="figures">
        {figures.map(([figure, word, href]) => (
          <li>
            <a href={inQuarter(view, href)}>
              <b>{figure}</b>
              <span>{word}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="soft small">
        {`判定日期：${dayName(quarter.sources.audit.asOf)}。`}
        {spared === 0 ? '' : `自动判定建议减${proposed.card.deducted}分，检查人员审核后减${card.deducted}分。`}
        {card.open > 0 ? `另有${card.open}分待定，没有计入减分。` : ''}
      </p>
    </>
  );
}

function LastSelfCheck({ view, jobs: { open, last } }: { readonly view: View; readonly jobs: UnitHome['selfChecks'] }) {
  const job = (open[0] ?? last)?.progress.job;
  if (!job) return <>还没有自查过。</>;
  return (
    <>
      {`最近自查：${localTime(new Date(job.endedAt ?? job.requestedAt).toISOString(), view.timeZone)} `}
      <JobTag state={job.state} /> <a href="/self-check">{job.endedAt === null ? '查看进度' : '查看结果'}</a>
    </>
  );
}

function ToFix({ view, standing: { findings } }: { readonly view: View; readonly standing: UnitStanding }) {
  const charged = findings.filter(({ cost }) => cost > 0);
  const first = (charged.length > 0 ? charged : findings).slice(0, SHOWN);
  return (
    <section class="card" aria-labelledby="fix">
      <h2 id="fix">{charged.length > 0 ? `先整改减分问题（${charged.length}）` : `提醒（${findings.length}）`}</h2>
      {first.length === 0 && <p class="empty">没有需要整改的问题。</p>}
      <ul class="tasks">
        {first.map(({ number, text, topic, cost, alert, fix, said }) => (
          <li>
            <p class="what">
              <a href={inQuarter(view, `/findings/${number}`)}>{text}</a>
            </p>
            <p class="row">
              <CostTag cost={cost} alert={alert} /> <StandingTag standing={said.standing} />
              <span class="soft small">{TOPICS[topic]}</span>
            </p>
            {fix !== null && <p class="small">{`整改：${fix}`}</p>}
          </li>
        ))}
      </ul>
      {findings.length > first.length && (
        <p>
          <a href={inQuarter(view, '/findings')}>{`查看全部${findings.length}个问题`}</a>
        </p>
      )}
    </section>
  );
}
