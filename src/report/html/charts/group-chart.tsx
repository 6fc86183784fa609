import type { GroupSum } from '../../report-model.ts';
import { BarChart } from './bar-chart.tsx';

/** Points deducted by group of findings. */
export function GroupChart({ groups }: { groups: readonly GroupSum[] }) {
  return (
    <BarChart
      id="chart-groups"
      title="各类问题减分情况"
      spoken={groups.map(({ title, points, units }) => `${title}${points}分，${units}个单位`).join('；')}
      bars={groups.map(({ title, points, units }) => ({
        label: title,
        parts: [{ value: points, paint: 'lost' }],
        figure: `${points}分（${units}个单位）`,
      }))}
      most={Math.max(...groups.map(({ points }) => points))}
      label={300}
      row={30}
    />
  );
}
