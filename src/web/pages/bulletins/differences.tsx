import type { BulletinState } from '../../../app/console/bulletins.ts';

const SHOWN = 50;

/** What the newest version says otherwise than the quarter says now. */
export function Differences({ of: { versions, differences } }: { readonly of: BulletinState }) {
  const [newest] = versions;
  if (!newest || differences.length === 0) return null;
  return (
    <section class="card" aria-labelledby="differences">
      <h2 id="differences">{`与已印发的第${newest.version}版不同`}</h2>
      <p class="soft small">已印发的版本不会改变。需要更正的，按现有结果印发新的一版。</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" class="number">
                已印发合计
              </th>
              <th scope="col" class="number">
                现在合计
              </th>
              <th scope="col" class="number">
                不再列出的问题
              </th>
              <th scope="col" class="number">
                新列出的问题
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, SHOWN).map(({ unitName, published, now, gone, fresh }) => (
              <tr>
                <th scope="row" class="nowrap">
                  {unitName}
                </th>
                <td class="number">{published ?? '—'}</td>
                <td class="number">{now ?? '—'}</td>
                <td class="number">{gone}</td>
                <td class="number">{fresh}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {differences.length > SHOWN && <p class="soft small">{`另有${differences.length - SHOWN}个单位。`}</p>}
    </section>
  );
}
