import type { TrendPoint } from '../../trend.ts';
import { ChartFrame } from './chart-frame.tsx';

const WIDTH = 760;
const HEIGHT = 230;
const LEFT = 60;
const RIGHT = 60;
const TOP = 34;
const BOTTOM = 176;
const INK = '#1d2126';
const SOFT = '#555c64';

/** The district's mean total over quarters, with the points deducted below; nothing before there are two quarters. */
export function TrendChart({ trend, whole }: { trend: readonly TrendPoint[]; whole: number }) {
  if (trend.length < 2) return null;
  const means = trend.map(({ mean }) => mean);
  const floor = Math.max(0, Math.floor(Math.min(...means)) - 1);
  const ceiling = Math.max(whole, floor + 1);
  const step = (WIDTH - LEFT - RIGHT) / (trend.length - 1);
  const points = trend.map(({ mean }, at) => ({
    x: LEFT + at * step,
    y: BOTTOM - ((mean - floor) / (ceiling - floor)) * (BOTTOM - TOP),
  }));
  return (
    <ChartFrame
      id="chart-trend"
      title="各季度平均得分"
      spoken={trend.map(({ name, mean, deducted }) => `${name}平均${mean}分，减分合计${deducted}分`).join('；')}
      width={WIDTH}
      height={HEIGHT}
    >
      {[floor, ceiling].map((value, at) => {
        const y = at === 0 ? BOTTOM : TOP;
        return (
          <g>
            <line x1={LEFT - 20} x2={WIDTH - RIGHT + 20} y1={y} y2={y} stroke="#c9ced4" />
            <text x={LEFT - 26} y={y + 4} text-anchor="end" font-size={12} fill={SOFT}>
              {value}
            </text>
          </g>
        );
      })}
      <polyline
        points={points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}
        fill="none"
        stroke="#174a7c"
        stroke-width={2.5}
      />
      {points.map(({ x, y }, at) => (
        <g>
          <circle cx={round(x)} cy={round(y)} r={4.5} fill="#174a7c" />
          <text x={round(x)} y={round(y) - 11} text-anchor="middle" font-size={14} font-weight="700" fill={INK}>
            {`${trend[at]?.mean ?? ''}分`}
          </text>
          <text x={round(x)} y={BOTTOM + 22} text-anchor="middle" font-size={13} fill={INK}>
            {labelOf(trend[at])}
          </text>
          <text x={round(x)} y={BOTTOM + 42} text-anchor="middle" font-size={12} fill={SOFT}>
            {`减分合计${trend[at]?.deducted ?? ''}分`}
          </text>
        </g>
      ))}
    </ChartFrame>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** 2023年二季度: short enough for eight quarters side by side. */
const labelOf = (point: TrendPoint | undefined): string => point?.name.replace('第', '') ?? '';
