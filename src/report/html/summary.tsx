import type { ReportModel } from '../report-model.ts';
import { VERDICT_WORDS } from '../words.ts';
import { GroupChart } from './charts/group-chart.tsx';
import { TrendChart } from './charts/trend-chart.tsx';

/** The quarter on half a page: figures, one paragraph, one picture. */
export function Summary({ report }: { report: ReportModel }) {
  const { summary } = report;
  const { verdicts } = summary;
  const figures: [figure: string, word: string][] = [
    [`${summary.units}`, '巡检单位（个）'],
    [`${summary.deductions}`, '减分（项）'],
    [`${summary.points}`, '减分合计（分）'],
    [`${summary.advisories}`, '提醒（项）'],
    [`${verdicts.inconclusive}`, '未能判定（项）'],
  ];
  const counted = (['pass', 'fail', 'inconclusive', 'not-applicable'] as const)
    .map((kind) => `${VERDICT_WORDS[kind]}${verdicts[kind]}项`)
    .join('，');
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">一、总体情况</h2>
      <ul class="figures">
        {figures.map(([figure, word]) => (
          <li>
            <b>{figure}</b>
            <span>{word}</span>
          </li>
        ))}
      </ul>
      <p class="say">
        {`本次共判定${verdicts.pass + verdicts.fail + verdicts.inconclusive + verdicts['not-applicable']}项，其中${counted}。`}
        {summary.open > 0
          ? `因部分内容未能读取，尚有${summary.open}分待定，已在各单位得分后注明；未能读取的内容均未计为缺失。`
          : '各单位得分均无待定分值。'}
        {summary.alerts > 0 ? `发现涉及个人隐私信息的问题${summary.alerts}项，须当日告知有关单位处理。` : ''}
      </p>
      {summary.groups.length > 0 && <GroupChart groups={summary.groups} />}
      <TrendChart trend={report.trend} whole={report.rulebook.base + report.rulebook.coverageMax} />
    </section>
  );
}
