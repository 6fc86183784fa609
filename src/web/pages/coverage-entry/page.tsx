import type { CoverageLine, CoverageTable } from '../../../app/console/coverage.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import type { CoverageDraft } from './form.ts';

interface CoveragePageProps {
  readonly view: View;
  readonly of: CoverageTable;
  /** What was typed and could not be saved. */
  readonly draft: CoverageDraft | null;
  readonly error: string | undefined;
}

/** Points of all units for their key columns: what the program suggests and why, and what an inspector enters. */
export function CoveragePage({ view, of, draft, error }: CoveragePageProps) {
  const { lines, most } = of;
  const isOpen = mayIn(view, 'enter-coverage');
  const left = lines.filter(({ entered }) => entered === null).length;
  const table = <Table view={view} lines={lines} most={most} draft={draft} isOpen={isOpen} />;
  return (
    <Layout view={view} title="重点栏目保障得分">
      {error !== undefined && (
        <p class="notice error" role="alert">
          {error}
        </p>
      )}
      <p class="lead soft">
        {`满分${most}分，按重点栏目本季度更新情况评定。建议得分由系统按取证结果计算；评定后以评定为准，未评定的暂按建议计。`}
        {left > 0 ? `尚有${left}个单位没有评定。` : '各单位均已评定。'}
      </p>
      {isOpen ? (
        <Post action={inQuarter(view, '/coverage')} csrf={view.csrf} class="card">
          {table}
          <div class="row stick">
            <button type="submit">保存</button>
            {left > 0 && (
              <>
                <button
                  type="submit"
                  name="adopt"
                  value="1"
                  class="quiet"
                  data-confirm={`确定为没有评定的${left}个单位采用建议得分，并保存本页吗？`}
                >
                  全部采用建议
                </button>
                <span class="soft small">“全部采用建议”只填空白的，已填写的不变。</span>
              </>
            )}
          </div>
        </Post>
      ) : (
        <div class="card">{table}</div>
      )}
    </Layout>
  );
}

interface TableProps {
  readonly view: View;
  readonly lines: readonly CoverageLine[];
  readonly most: number;
  readonly draft: CoverageDraft | null;
  readonly isOpen: boolean;
}

function Table({ view, lines, most, draft, isOpen }: TableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">评定得分</th>
            <th scope="col" class="number">
              建议得分
            </th>
            <th scope="col">建议的依据</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row" class="nowrap">
                <a href={inQuarter(view, `/scorecards/${line.unit}`)}>{line.unitName}</a>
              </th>
              <td class="nowrap">{isOpen ? <Entry line={line} most={most} draft={draft} /> : enteredText(line)}</td>
              <td class="number">{line.suggested}</td>
              <td class="what small">
                {line.why}
                {line.open > 0 && <span class="trace">{`其中${line.open}分待定`}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ line, most, draft }: Pick<TableProps, 'most' | 'draft'> & { readonly line: CoverageLine }) {
  const { unit, unitName, entered } = line;
  const now = entered === null ? '' : `${entered}`;
  const before = draft?.get(unit);
  // What somebody else entered meanwhile is told beside what was typed, and counts as seen the next time.
  const isOther = before !== undefined && before.seen !== now;
  const typed = before && before.typed !== before.seen ? before.typed : now;
  return (
    <>
      <input
        name={`score.${unit}`}
        class="points"
        inputmode="decimal"
        maxlength={5}
        value={typed}
        aria-label={`${unitName}评定得分，0至${most}`}
      />
      <Hidden name={`seen.${unit}`} value={now} />
      {isOther && <span class="trace">{`他人已评定为${now === '' ? '空' : now}`}</span>}
    </>
  );
}

const enteredText = ({ entered }: CoverageLine): string => (entered === null ? '未评定' : `${entered}`);
