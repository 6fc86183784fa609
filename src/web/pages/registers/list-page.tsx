import type { RegisterLine } from '../../../app/console/registers.ts';
import { localTime } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';
import { PURPOSES } from './purposes.ts';

/** The eleven registers with what they are for and how they stand. */
export function ListPage({ view, lines }: { readonly view: View; readonly lines: readonly RegisterLine[] }) {
  return (
    <Layout view={view} title="台账">
      <p class="lead soft">台账由检查人员登记，判定和得分以此为据。没有建立的台账按“情况不明”对待，不作为缺失。</p>
      <div class="card">
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">台账</th>
                <th scope="col">用途</th>
                <th scope="col" class="number">
                  行数
                </th>
                <th scope="col">文件</th>
                <th scope="col">最近修改</th>
                <th scope="col">空白模板</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line line={line} timeZone={view.timeZone} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Layout>
  );
}

function Line({
  line: { id, title, file, rows, mistakes, changed },
  timeZone,
}: {
  readonly line: RegisterLine;
  readonly timeZone: string;
}) {
  return (
    <tr>
      <th scope="row" class="nowrap">
        <a href={`/registers/${id}`}>{title}</a>
      </th>
      <td class="what">
        {PURPOSES[id].text}
        {mistakes > 0 && (
          <>
            {' '}
            <a href={`/registers/${id}?wrong=1`} class="tag alert">{`${mistakes}处有误`}</a>
          </>
        )}
      </td>
      <td class="number">{file === null ? '' : rows}</td>
      <td class="nowrap">
        {file === null ? <span class="soft">没有建立</span> : <a href={`/registers/${id}/file`}>{file}</a>}
      </td>
      <td class="nowrap">
        {changed && (
          <>
            {localTime(changed.at, timeZone)}
            <span class="trace">{changed.byName}</span>
          </>
        )}
      </td>
      <td class="nowrap">
        <a href={`/registers/${id}/template/xlsx`} aria-label={`${title}模板 xlsx`}>
          xlsx
        </a>
        {' · '}
        <a href={`/registers/${id}/template/csv`} aria-label={`${title}模板 csv`}>
          csv
        </a>
      </td>
    </tr>
  );
}
