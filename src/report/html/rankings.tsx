import type { Ranking, RankingRow, ReportModel } from '../report-model.ts';
import { anchorOf } from './anchor.ts';
import { RankingChart } from './charts/ranking-chart.tsx';

/** The ranked tables, in the columns of the bulletin's annexes. */
export function Rankings({ report }: { report: ReportModel }) {
  return (
    <section aria-labelledby="rankings" class="page">
      <h2 id="rankings">二、各单位得分</h2>
      {report.rankings.map((ranking, index) => (
        <>
          <RankingTable report={report} ranking={ranking} number={index + 1} />
          <RankingChart report={report} ranking={ranking} />
        </>
      ))}
    </section>
  );
}

function RankingTable({ report, ranking, number }: { report: ReportModel; ranking: Ranking; number: number }) {
  const { base, coverageMax } = report.rulebook;
  const isRemarked = report.rankings.some(({ rows }) => rows.some((row) => remarkOf(row) !== ''));
  return (
    <div class="scroll ranking">
      <table class="places">
        <caption>{`附表${number}　${ranking.title}`}</caption>
        <colgroup>
          <col />
          <col class="wide" />
          <col class="points" />
          <col />
          <col />
          {isRemarked && <col class="wide" />}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" rowspan={2}>
              序号
            </th>
            <th scope="col" rowspan={2}>
              单位
            </th>
            <th scope="colgroup" colspan={2}>
              {`${report.quarter}总分（${base + coverageMax}分）`}
            </th>
            <th scope="col" rowspan={2}>
              合计
            </th>
            {isRemarked && (
              <th scope="col" rowspan={2}>
                备注
              </th>
            )}
          </tr>
          <tr>
            <th scope="col">{`重点栏目保障得分（${coverageMax}分）`}</th>
            <th scope="col">减分</th>
          </tr>
        </thead>
        <tbody>
          {ranking.rows.map((row) => (
            <tr>
              <td>{row.place ?? '—'}</td>
              <th scope="row" class="name">
                <a href={`#${anchorOf(report, row.unit)}`}>{row.name}</a>
              </th>
              <td>{figure(row, row.score.coverage)}</td>
              <td>{figure(row, row.score.deducted)}</td>
              <td class="total">{figure(row, row.score.total)}</td>
              {isRemarked && <td>{remarkOf(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A unit that nobody looked at has no figures, however they would come out. */
const figure = ({ place }: RankingRow, points: number): string => (place === null ? '—' : `${points}`);

/** What a reader must know before signing a figure. */
const remarkOf = ({ place, score }: RankingRow): string => {
  if (place === null) return '网址待确认，未巡检';
  const open = score.open > 0 ? [`待定${score.open}分`] : [];
  return [...open, ...(score.coverageFrom === 'suggested' ? ['保障得分为建议值'] : [])].join('；');
};
