import type { GroupSum } from '../report-model.ts';

const WIDTH = 760;
const ROW = 30;
const LABEL = 300;
const FIGURES = 130;
const FONT = 15;

/** Points deducted by group, as bars with their figures written beside them. */
export function GroupChart({ groups }: { groups: readonly GroupSum[] }) {
  const most = Math.max(...groups.map((group) => group.points));
  const room = WIDTH - LABEL - FIGURES;
  const spoken = groups.map((group) => `${group.title}${group.points}分，${group.units}个单位`).join('；');
  return (
    <figure class="chart">
      <figcaption>各类问题减分情况</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${groups.length * ROW + 4}`} role="img" aria-label={spoken}>
        {groups.map((group, index) => {
          const middle = index * ROW + ROW / 2 + 2;
          const length = most > 0 ? Math.max(2, (group.points / most) * room) : 2;
          return (
            <g>
              <text x={LABEL - 10} y={middle + 5} text-anchor="end" font-size={FONT} fill="#1d2126">
                {shortened(group.title)}
              </text>
              <rect x={LABEL} y={middle - 9} width={length} height={18} fill="#a3161b" />
              <text x={LABEL + length + 8} y={middle + 5} font-size={FONT} fill="#1d2126">
                {`${group.points}分（${group.units}个单位）`}
              </text>
            </g>
          );
        })}
        <line x1={LABEL} x2={LABEL} y1={0} y2={groups.length * ROW + 4} stroke="#1d2126" />
      </svg>
    </figure>
  );
}

const LABEL_CHARACTERS = 18;

/** A title that fits beside its bar; the whole title stands in the units' sections. */
function shortened(title: string): string {
  const characters = Array.from(title);
  return characters.length > LABEL_CHARACTERS ? `${characters.slice(0, LABEL_CHARACTERS - 1).join('')}…` : title;
}
