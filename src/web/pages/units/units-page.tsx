import type { UnitLine } from '../../../app/console/units.ts';
import type { Job } from '../../../model/job.ts';
import type { UnitKind } from '../../../model/plan.ts';
import { localTime } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import { JobTag } from '../../parts/tags.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';

export const UNIT_KINDS: Readonly<Record<UnitKind, string>> = {
  department: '部门',
  town: '镇',
  subdistrict: '街道',
  enterprise: '企事业单位',
};

/** Every unit of the quarter with its findings and points. */
export function UnitsPage({
  view,
  of: { lines },
}: {
  readonly view: View;
  readonly of: { readonly lines: readonly UnitLine[] };
}) {
  return (
    <Layout view={view} title="单位">
      <div class="card">
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">类别</th>
                <th scope="col" class="number">
                  栏目
                </th>
                <th scope="col" class="number">
                  减分问题
                </th>
                <th scope="col" class="number">
                  其中待审核
                </th>
                <th scope="col" class="number">
                  提醒
                </th>
                <th scope="col" class="number">
                  得分
                </th>
                <th scope="col">最近自查</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line view={view} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </Layout>
  );
}

function Line({ view, line }: { readonly view: View; readonly line: UnitLine }) {
  const { unit, card, charged, pending, advisories, selfCheck } = line;
  const isInspected = unit.columns.length > 0;
  return (
    <tr>
      <th scope="row" class="nowrap">
        <a href={inQuarter(view, `/units/${unit.id}`)}>{unit.name}</a>
      </th>
      <td class="nowrap">{UNIT_KINDS[unit.kind]}</td>
      <td class="number">{isInspected ? unit.columns.length : '网址待确认'}</td>
      <td class="number">{charged}</td>
      <td class="number">{pending}</td>
      <td class="number">{advisories}</td>
      <td class="number">{isInspected ? <a href={inQuarter(view, `/scorecards/${unit.id}`)}>{card.total}</a> : '—'}</td>
      <td class="nowrap">
        <SelfCheckTime view={view} job={selfCheck} />
      </td>
    </tr>
  );
}

/** When a unit's newest self-check was, and how it ended. */
export function SelfCheckTime({ view, job }: { readonly view: View; readonly job: Job | null }) {
  if (!job) return <span class="soft">没有自查过</span>;
  const time = localTime(new Date(job.requestedAt).toISOString(), view.timeZone);
  const href = view.actor.role === 'unit' ? '/self-check' : `/units/${job.unit}/self-check`;
  return (
    <>
      {mayIn(view, 'self-check') ? <a href={href}>{time}</a> : time} <JobTag state={job.state} />
    </>
  );
}
