import type { OpenRegister } from '../../../app/registers/open-register.ts';

type Problem = OpenRegister['problems'][number];

interface MistakesProps {
  readonly title: string;
  readonly open: OpenRegister;
  readonly problems: readonly Problem[];
}

const SHOWN = 100;

/** What is wrong with a file, with its place and the remedy. */
export function Mistakes({ title, open, problems }: MistakesProps) {
  return (
    <section class="card" aria-labelledby="mistakes">
      <h2 id="mistakes">{`${title}（${problems.length}）`}</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">位置</th>
              <th scope="col">错误</th>
              <th scope="col">填写的内容</th>
              <th scope="col">处理办法</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, SHOWN).map((problem) => (
              <tr>
                <td class="nowrap">{placeOf(problem, open)}</td>
                <td>{problem.what}</td>
                <td class="what">{problem.value ?? ''}</td>
                <td>{problem.remedy}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > SHOWN && <p class="soft small">{`只列出前${SHOWN}处。`}</p>}
    </section>
  );
}

function placeOf({ place, columnId }: Problem, { columns }: OpenRegister): string {
  const header = columns.find(({ id }) => id === columnId)?.header;
  const column = header ?? (place.column === undefined ? '' : `第${place.column}列`);
  return `${place.line === undefined ? '' : `第${place.line}行`} ${column}`.trim() || '整个文件';
}
