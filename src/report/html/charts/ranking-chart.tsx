import type { Ranking, ReportModel } from '../../report-model.ts';
import { BarChart } from './bar-chart.tsx';

/** A ranked table as bars: what each unit has, and what it lost. Units that nobody looked at are left out. */
export function RankingChart({ report, ranking }: { report: Pick<ReportModel, 'rulebook'>; ranking: Ranking }) {
  const rows = ranking.rows.filter(({ place }) => place !== null);
  if (rows.length === 0) return null;
  return (
    <BarChart
      id={`chart-${ranking.of}`}
      title={`${ranking.title}排名`}
      spoken={rows
        .map(({ place, name, score }) => `第${place}，${name}，合计${score.total}分，减${score.deducted}分`)
        .join('；')}
      bars={rows.map(({ name, score }) => ({
        label: name,
        parts: [
          { value: score.total, paint: 'full' },
          { value: score.deducted, paint: 'lost' },
        ],
        figure: score.deducted > 0 ? `${score.total}分（减${score.deducted}）` : `${score.total}分`,
      }))}
      most={report.rulebook.base + report.rulebook.coverageMax}
      legend={[
        { paint: 'full', text: '合计' },
        { paint: 'lost', text: '减分' },
      ]}
      row={22}
    />
  );
}
