import type { ScorecardView } from '../../../app/console/scorecards.ts';
import { nameOfQuarter } from '../../view.ts';

/** The unit's totals over the quarters. */
export function History({ of: { history, quarter } }: { readonly of: ScorecardView }) {
  if (history.length < 2) return null;
  const { base, coverageMax } = quarter.sources.rulebook;
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">历季得分</h2>
      <div class="scroll">
        <table class="narrow">
          <thead>
            <tr>
              <th scope="col">季度</th>
              <th scope="col" class="number">
                减分
              </th>
              <th scope="col" class="number">
                合计
              </th>
              <th scope="col">{`满分${base + coverageMax}分`}</th>
            </tr>
          </thead>
          <tbody>
            {history.map(({ period, total, deducted }) => (
              <tr>
                <th scope="row" class="nowrap">
                  <a href={`?period=${period}`}>{nameOfQuarter(period)}</a>
                </th>
                <td class="number">{deducted}</td>
                <td class="number">{total}</td>
                <td class="wide">
                  <meter min={0} max={base + coverageMax} value={total} aria-label={`${total}分`} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
