import type { Overview } from '../../../app/console/overview.ts';
import { GroupChart } from '../../../report/html/charts/group-chart.tsx';
import { TrendChart } from '../../../report/html/charts/trend-chart.tsx';
import { dayName, localTime } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import { CostTag, StateTag } from '../../parts/tags.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { Steps } from './steps.tsx';

const FRESH_SHOWN = 12;

/** The first page of those who look after the district: where the quarter stands, what is new, what could not be read. */
export function OverviewPage({ view, of }: { readonly view: View; readonly of: Overview }) {
  const { quarter, charged, advisories, alerts, fresh, fixed, objections, unsettled } = of;
  const { audit, rulebook } = quarter.sources;
  const findings = (query: string): string => inQuarter(view, `/findings?${query}`);
  const figures: readonly [figure: number, word: string, href: string][] = [
    [charged.pending, '待审核减分问题', findings('weight=charged&standing=pending')],
    [charged.accepted + charged.repriced, '已确认减分问题', findings('weight=charged')],
    [advisories, '提醒', findings('weight=advisory')],
    [alerts, '须当日告知', findings('weight=alert')],
    [objections, '异议待答复', findings('objected=1')],
    [fixed, '本季度已整改', findings('state=fixed')],
    [unsettled.questions, `未能判定（${unsettled.units}个单位）`, inQuarter(view, '/unread')],
  ];
  return (
    <Layout view={view} title="总览">
      <ul class="figures">
        {figures.map(([figure, word, href]) => (
          <li>
            <a href={href}>
              <b>{figure}</b>
              <span>{word}</span>
            </a>
          </li>
        ))}
      </ul>
      <section class="card" aria-labelledby="steps">
        <h2 id="steps">本季度进展</h2>
        <Steps view={view} of={of} />
        <p class="soft small">
          {`判定日期：${dayName(audit.asOf)}　取证开始：${localTime(audit.run.startedAt, view.timeZone)}　`}
          {`读取${audit.run.captures}个页面和文件，其中${audit.run.unreadable}个未能读取　考核办法：${rulebook.title}`}
        </p>
      </section>
      <div class="columns">
        <section class="card" aria-labelledby="fresh">
          <h2 id="fresh">{`最近一夜新发现（${fresh.length}）`}</h2>
          {fresh.length === 0 && <p class="empty">最近一夜没有新发现的问题。</p>}
          {fresh.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th>单位</th>
                  <th>问题</th>
                  <th>状态</th>
                </tr>
              </thead>
              <tbody>
                {fresh.slice(0, FRESH_SHOWN).map((finding) => (
                  <tr>
                    <td class="nowrap">{finding.unitName}</td>
                    <td>
                      <a href={inQuarter(view, `/findings/${finding.number}`)}>{finding.text}</a>
                    </td>
                    <td class="nowrap">
                      <CostTag cost={quarter.costOf(finding)} alert={finding.alert} />{' '}
                      {finding.state && <StateTag state={finding.state} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {fresh.length > FRESH_SHOWN && (
            <p>
              <a href={findings('state=new')}>{`查看全部${fresh.length}个`}</a>
            </p>
          )}
        </section>
        <section class="card" aria-labelledby="points">
          <h2 id="points">减分情况</h2>
          <p>
            {`各单位合计减${of.deducted}分`}
            {of.open > 0 ? `，另有${of.open}分因内容未能读取而待定` : ''}。
            {mayIn(view, 'enter-coverage') && of.withoutCoverage > 0
              ? `${of.withoutCoverage}个单位的重点栏目保障得分尚未评定，暂按建议计算。`
              : ''}
          </p>
          {of.groups.length > 0 && <GroupChart groups={of.groups} />}
          <TrendChart trend={of.trend} whole={rulebook.base + rulebook.coverageMax} />
        </section>
      </div>
    </Layout>
  );
}
