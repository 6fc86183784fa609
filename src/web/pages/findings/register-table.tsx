import type { EvidenceFacts } from '../../../app/console/finding-evidence.ts';

/** A larger table shows the unit's own rows alone. */
const MOST_ROWS = 300;

/** A register as it was when it was judged, with what it says of the unit marked. */
export function RegisterTable({ facts }: { readonly facts: EvidenceFacts & { readonly kind: 'register' } }) {
  const { rows, marked } = facts;
  const [header, ...others] = rows.map((cells, at) => ({ cells, isOwn: marked.has(at) }));
  if (!header) return <p class="soft small">判定所依据的台账由检查人员保管，与本单位有关的内容见上面的引文。</p>;
  const isWhole = others.length <= MOST_ROWS;
  return (
    <>
      <div class="scroll register" tabindex={0}>
        <table>
          <caption>判定时的台账</caption>
          <thead>
            <tr>
              {header.cells.map((cell) => (
                <th scope="col">{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {others
              .filter(({ isOwn }) => isWhole || isOwn)
              .map(({ cells, isOwn }) => (
                <tr class={isOwn ? 'changed' : ''}>
                  {cells.map((cell) => (
                    <td>{cell}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <p class="soft small">
        {isWhole ? '与该单位有关的行以底色标出。' : `台账共${others.length}行，只列出与该单位有关的。`}
      </p>
    </>
  );
}
