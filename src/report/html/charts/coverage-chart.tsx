import type { ReportModel } from '../../report-model.ts';
import { BarChart } from './bar-chart.tsx';

/** How much of what was asked of each unit could be read and settled. */
export function CoverageChart({ report }: { report: ReportModel }) {
  const units = report.units
    .filter(({ settled, unsettled }) => settled + unsettled > 0)
    .toSorted((one, other) => one.order - other.order);
  if (units.length === 0) return null;
  return (
    <BarChart
      id="chart-coverage"
      title="各单位取证和判定情况（判定事项数）"
      spoken={units
        .map(({ name, settled, unsettled }) => `${name}，已判定${settled}项，未能判定${unsettled}项`)
        .join('；')}
      bars={units.map(({ name, settled, unsettled }) => ({
        label: name,
        parts: [
          { value: settled, paint: 'full' },
          { value: unsettled, paint: 'open' },
        ],
        figure: unsettled > 0 ? `${settled}项，未能判定${unsettled}项` : `${settled}项`,
      }))}
      most={Math.max(...units.map(({ settled, unsettled }) => settled + unsettled))}
      legend={[
        { paint: 'full', text: '已读取并判定' },
        { paint: 'open', text: '未能读取或缺少台账，未判定' },
      ]}
      figures={180}
      row={20}
    />
  );
}
