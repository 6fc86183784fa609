import stringWidth from 'string-width';
import { ChartFrame } from './chart-frame.tsx';
import { PAINTS, type Paint, Patterns } from './paint.tsx';

export interface Bar {
  readonly label: string;
  /** Pieces of the bar from left to right. */
  readonly parts: readonly { readonly value: number; readonly paint: Paint }[];
  /** Written after the bar. */
  readonly figure: string;
}

interface BarChartProps {
  /** Of the chart's parts in the page; unique there. */
  readonly id: string;
  readonly title: string;
  /** The chart in words. */
  readonly spoken: string;
  readonly bars: readonly Bar[];
  /** Value at the chart's right edge. */
  readonly most: number;
  readonly legend?: readonly { readonly paint: Paint; readonly text: string }[];
  /** Room for labels and figures, in units of which the chart is 760 wide. */
  readonly label?: number;
  readonly figures?: number;
  readonly row?: number;
}

const WIDTH = 760;
const FONT = 14;
const LEGEND = 28;
const INK = '#1d2126';

/** Bars from left to right with their figures beside them; kinds differ by pattern and not by colour alone. */
export function BarChart(props: BarChartProps) {
  const { id, title, spoken, bars, most, legend = [], label = 230, figures = 130, row = 26 } = props;
  const room = WIDTH - label - figures;
  const top = legend.length > 0 ? LEGEND : 2;
  const height = top + bars.length * row + 4;
  const length = (value: number): number => (most > 0 ? (value / most) * room : 0);
  return (
    <ChartFrame id={id} title={title} spoken={spoken} width={WIDTH} height={height}>
      <Patterns id={id} />
      {legend.map(({ paint, text }, at) => (
        <g transform={`translate(${label + at * 190} 4)`}>
          <rect width={22} height={14} {...PAINTS[paint](id)} />
          <text x={28} y={12} font-size={13} fill={INK}>
            {text}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => (
        <g transform={`translate(0 ${top + index * row})`}>
          <text x={label - 8} y={row / 2 + 5} text-anchor="end" font-size={FONT} fill={INK}>
            {shortened(bar.label, label - 12)}
          </text>
          {bar.parts.map(({ value, paint }, at) =>
            value > 0 ? (
              <rect
                x={label + length(sumBefore(bar, at))}
                y={row * 0.18}
                width={length(value)}
                height={row * 0.64}
                {...PAINTS[paint](id)}
              />
            ) : null,
          )}
          <text x={label + length(sumBefore(bar, bar.parts.length)) + 8} y={row / 2 + 5} font-size={FONT} fill={INK}>
            {bar.figure}
          </text>
        </g>
      ))}
      <line x1={label} x2={label} y1={top - 2} y2={height} stroke={INK} />
    </ChartFrame>
  );
}

const sumBefore = ({ parts }: Bar, at: number): number => parts.slice(0, at).reduce((sum, { value }) => sum + value, 0);

/** A label that fits beside its bar; the whole of it stands in the tables and sections. */
function shortened(text: string, room: number): string {
  const most = Math.floor((room / FONT) * 2);
  if (stringWidth(text) <= most) return text;
  let cut = '';
  for (const character of text) {
    if (stringWidth(cut + character) > most - 2) break;
    cut += character;
  }
  return `${cut}…`;
}
