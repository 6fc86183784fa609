import { groupBy } from '../group-by.ts';
import type { ReportModel, UnreadItem } from '../report-model.ts';
import { localTime } from '../words.ts';
import { CoverageChart } from './charts/coverage-chart.tsx';
import { PageLink } from './link.tsx';

/** What nobody could read, and the plain statement that none of it was held against a unit. */
export function Unread({ report }: { report: ReportModel }) {
  const { unread, withoutAddress, timeZone } = report;
  // A register that nobody keeps is missing for all units alike; they are named together.
  const alike = groupBy(unread, ({ reasons }) => JSON.stringify(reasons));
  return (
    <section aria-labelledby="unread" class="page">
      <h2 id="unread">四、未能读取的内容</h2>
      <p class="calm">
        <strong>以下内容均未计为缺失，也未据此减分。</strong>
        其中的页面、附件或台账在本次巡检时无法访问、无法识别或尚未提供，有关事项留待下次巡检重新判定。
      </p>
      {unread.length === 0 && <p>本次应读取的内容全部读取完毕。</p>}
      {unread.length > 0 && (
        <div class="scroll">
          <table class="unread">
            <caption>未能读取的页面和资料</caption>
            <thead>
              <tr>
                <th scope="col">原因</th>
                <th scope="col">页面</th>
                <th scope="col">涉及主题</th>
                <th scope="col">说明</th>
              </tr>
            </thead>
            {[...alike.values()].map((units) => (
              <tbody>
                <tr>
                  <th scope="rowgroup" colspan={4}>
                    {units.map(({ name }) => name).join('、')}
                  </th>
                </tr>
                {(units[0]?.reasons ?? []).flatMap(({ title, items }) =>
                  items.map((item) => <UnreadRow reason={title} item={item} timeZone={timeZone} />),
                )}
              </tbody>
            ))}
          </table>
        </div>
      )}
      {withoutAddress.length > 0 && (
        <>
          <h3>尚无经确认网址的单位</h3>
          <p>{`${withoutAddress.join('、')}。上述单位的公开栏目本次未读取，请补充网址后重新巡检。`}</p>
        </>
      )}
      <CoverageChart report={report} />
    </section>
  );
}

function UnreadRow({ reason, item, timeZone }: { reason: string; item: UnreadItem; timeZone: string }) {
  return (
    <tr>
      <td class="left">{reason}</td>
      <td class="left">
        {item.url === null ? '—' : <PageLink url={item.url} />}
        {item.capturedAt !== null && <span class="trace">{`${localTime(item.capturedAt, timeZone)} 访问`}</span>}
      </td>
      <td class="left">{item.topics.join('、')}</td>
      <td class="left">{`${item.texts.map((text) => text.replace(/。$/, '')).join('；')}。`}</td>
    </tr>
  );
}
