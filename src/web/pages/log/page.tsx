import type { LogPage as Log } from '../../../app/console/log.ts';
import { ACTIONS, type Action, type LogEntry } from '../../../model/log-entry.ts';
import type { Unit } from '../../../model/plan.ts';
import {
  actionWords,
  changeWords,
  findingOf,
  type LogNames,
  subjectWords,
  whoWords,
} from '../../../report/log-words.ts';
import { localTime } from '../../../report/words.ts';
import { FilterField } from '../../parts/filter-field.tsx';
import { Select } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';

/** What the log is filtered by, as it was typed. */
export interface AskedOfLog {
  readonly action: Action | undefined;
  readonly unit: string | undefined;
  readonly subject: string | undefined;
}

interface LogPageProps {
  readonly view: View;
  readonly log: Log;
  readonly asked: AskedOfLog;
  readonly units: readonly Unit[];
}

export function LogPage({ view, log, asked, units }: LogPageProps) {
  return (
    <Layout
      view={view}
      title="日志"
      wide
      actions={
        <a class="button quiet" href={address('/log.csv', asked)}>
          导出 CSV
        </a>
      }
    >
      <form method="get" action="/log" class="filters">
        <FilterField label="操作">
          <Select name="action" value={asked.action} options={Object.entries(ACTIONS)} none="全部操作" />
        </FilterField>
        <FilterField label="单位">
          <Select
            name="unit"
            value={asked.unit}
            options={units.map(({ id, name }) => [id, name] as const)}
            none="全部单位"
          />
        </FilterField>
        <FilterField label="对象（问题编号、台账名称、登录名）">
          <input name="subject" value={asked.subject ?? ''} />
        </FilterField>
        <button type="submit" class="quiet">
          筛选
        </button>
      </form>
      <div class="card">
        {log.entries.length === 0 ? (
          <p class="empty">没有符合条件的记录。</p>
        ) : (
          <Entries entries={log.entries} names={log.names} timeZone={view.timeZone} />
        )}
        {log.next !== null && (
          <nav class="pager" aria-label="翻页">
            <a href={address('/log', asked, log.next)} rel="next">
              更早的记录
            </a>
          </nav>
        )}
      </div>
      <p class="soft small">日志只增不改：记录不能修改，也不能删除。</p>
    </Layout>
  );
}

interface EntriesProps {
  readonly entries: readonly LogEntry[];
  readonly names: LogNames;
  readonly timeZone: string;
}

function Entries({ entries, names, timeZone }: EntriesProps) {
  return (
    <div class="scroll">
      <table class="log">
        <thead>
          <tr>
            <th scope="col" class="number">
              序号
            </th>
            <th scope="col">时间</th>
            <th scope="col">操作人</th>
            <th scope="col">操作</th>
            <th scope="col">对象</th>
            <th scope="col">内容</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td class="number">{entry.seq}</td>
              <td class="nowrap">{localTime(entry.at, timeZone)}</td>
              <td class="nowrap">{whoWords(entry)}</td>
              <td class="nowrap">{actionWords(entry)}</td>
              <td>
                <Subject entry={entry} names={names} />
              </td>
              <td class="what">
                {changeWords(entry, names)}
                <Data entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Subject({ entry, names }: { readonly entry: LogEntry; readonly names: LogNames }) {
  const number = findingOf(entry);
  const words = subjectWords(entry, names);
  const unit = names.units.get(entry.unit) ?? entry.unit;
  return (
    <>
      {number === null ? words : <a href={`/findings/${number}${query(entry.period)}`}>{words}</a>}
      {unit !== '' && unit !== words && <span class="trace">{unit}</span>}
      {entry.period !== '' && <span class="trace">{entry.period}</span>}
    </>
  );
}

const query = (period: string): string => (period === '' ? '' : `?period=${period}`);

/** The entry as it is kept, for whoever wants to see all of it. */
function Data({ entry: { before, after } }: { readonly entry: LogEntry }) {
  if (before === null && after === null) return null;
  return (
    <details>
      <summary>变更前后数据</summary>
      <pre class="said mono">{`变更前：${JSON.stringify(before, null, 1)}\n变更后：${JSON.stringify(after, null, 1)}`}</pre>
    </details>
  );
}

function address(path: string, { action, unit, subject }: AskedOfLog, before?: number): string {
  const query = new URLSearchParams();
  if (action !== undefined) query.set('action', action);
  if (unit !== undefined) query.set('unit', unit);
  if (subject !== undefined) query.set('subject', subject);
  if (before !== undefined) query.set('before', `${before}`);
  return query.size === 0 ? path : `${path}?${query}`;
}
