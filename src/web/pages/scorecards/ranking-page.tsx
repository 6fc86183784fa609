import type { Scorecards } from '../../../app/console/scorecards.ts';
import { RankingChart } from '../../../report/html/charts/ranking-chart.tsx';
import type { Ranking, RankingRow } from '../../../report/report-model.ts';
import { Layout } from '../../parts/layout.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';

/** The ranked tables, in the columns of the bulletin's annexes, with what is still open or was decided otherwise. */
export function RankingPage({ view, of }: { readonly view: View; readonly of: Scorecards }) {
  const { rulebook } = of.quarter.sources;
  return (
    <Layout
      view={view}
      title="得分"
      actions={
        mayIn(view, 'enter-coverage') && (
          <a class="button quiet" href={inQuarter(view, '/coverage')}>
            评定重点栏目
          </a>
        )
      }
    >
      <p class="lead soft">
        {`合计＝基础分${rulebook.base}分＋重点栏目保障得分（最高${rulebook.coverageMax}分）－减分。`}
        “待定”是因内容未能读取、尚不能判定的分值，不计入减分。
      </p>
      {of.rankings.map((ranking) => (
        <section class="card" aria-labelledby={`ranking-${ranking.of}`}>
          <h2 id={`ranking-${ranking.of}`}>{ranking.title}</h2>
          <RankingTable view={view} ranking={ranking} proposed={of.proposed} />
          <details open>
            <summary>图示</summary>
            <RankingChart report={{ rulebook }} ranking={ranking} />
          </details>
        </section>
      ))}
    </Layout>
  );
}

interface RankingTableProps {
  readonly view: View;
  readonly ranking: Ranking;
  readonly proposed: Scorecards['proposed'];
}

function RankingTable({ view, ranking, proposed }: RankingTableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              名次
            </th>
            <th scope="col">单位</th>
            <th scope="col" class="number">
              基础分
            </th>
            <th scope="col" class="number">
              重点栏目
            </th>
            <th scope="col" class="number">
              减分
            </th>
            <th scope="col" class="number">
              合计
            </th>
            <th scope="col" class="number">
              待定
            </th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {ranking.rows.map((row) => (
            <Row view={view} row={row} proposed={proposed.get(row.unit)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  view,
  row,
  proposed,
}: {
  readonly view: View;
  readonly row: RankingRow;
  readonly proposed?: number | undefined;
}) {
  const { place, unit, name, score } = row;
  const figure = (points: number): string => (place === null ? '—' : `${points}`);
  return (
    <tr>
      <td class="number">{place ?? '—'}</td>
      <th scope="row" class="nowrap">
        <a href={inQuarter(view, `/scorecards/${unit}`)}>{name}</a>
      </th>
      <td class="number">{figure(score.base)}</td>
      <td class="number">{figure(score.coverage)}</td>
      <td class="number">{figure(score.deducted)}</td>
      <td class="number">
        <b>{figure(score.total)}</b>
      </td>
      <td class="number">{place === null || score.open === 0 ? '' : score.open}</td>
      <td class="what small">{remarks(row, proposed).join('；')}</td>
    </tr>
  );
}

/** What a reader must know before taking a figure for final. */
function remarks({ place, score }: RankingRow, proposed: number | undefined): readonly string[] {
  if (place === null) return ['网址待确认，未巡检'];
  return [
    ...(score.coverageFrom === 'suggested' ? ['重点栏目得分为建议值'] : []),
    ...(proposed !== undefined && proposed !== score.total ? [`审核前${proposed}分`] : []),
  ];
}
