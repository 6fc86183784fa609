import type { DatedRegister, UnitAgenda } from '../../../app/unit-agenda.ts';
import type { CivilDate } from '../../../model/civil-date.ts';
import { dayName } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';
import { AgendaList } from './agenda-list.tsx';
import { agendaSections, monthsBetween } from './agenda-weeks.ts';
import { MonthGrid } from './month-grid.tsx';
import { placeOf, trailOf } from './place.ts';

const REGISTERS: Readonly<Record<DatedRegister, string>> = {
  tasks: '工作任务',
  applications: '依申请公开',
  feedback: '整改反馈',
};

/** What falls due for a unit, so that a deduction is prevented instead of explained. */
export function AgendaPage({ view, agenda }: { readonly view: View; readonly agenda: UnitAgenda }) {
  const { unit, items, today, until } = agenda;
  const { counts, anchors } = daysOf(agenda);
  return (
    <Layout
      view={view}
      title={view.actor.role === 'unit' ? '到期提醒' : `${unit.name}到期提醒`}
      trail={trailOf(view, unit)}
      actions={
        <a class="button quiet" href={`${placeOf(view, unit.id, 'agenda')}.ics`} download>
          下载日历文件
        </a>
      }
    >
      <p class="lead">{`${dayName(today)}至${dayName(until)}到期的公开事项，逾期未办的列在最前。`}</p>
      <section class="card months" aria-label="月历">
        {monthsBetween(today, until).map((month) => (
          <MonthGrid month={month} today={today} counts={counts} />
        ))}
      </section>
      {items.length === 0 && <p class="card empty">这段时间没有到期事项。</p>}
      {agendaSections(items, today).map(({ title, look, items: all }) => (
        <section class={`card ${look}`} aria-label={title}>
          <h2>{`${title}　${all.length}项`}</h2>
          <AgendaList items={all} today={today} anchors={anchors} />
        </section>
      ))}
      <section class="card" aria-labelledby="meaning">
        <h2 id="meaning">说明</h2>
        <ul class="lines">
          <li>
            {agenda.audit === null
              ? '还没有对本单位的判定结果，下列事项均按待办理列出。'
              : `完成情况按${dayName(agenda.audit.asOf)}的判定。`}
          </li>
          <li>“待办理”是指最近一次判定时还没有见到；此后已经公开的，下一次夜间取证或自查后显示为“已完成”。</li>
          <li>“未能判定”是指到期后还没有读取到有关内容，不减分，请自行核对。</li>
          {agenda.withoutRegisters.length > 0 && (
            <li>{`没有${agenda.withoutRegisters.map((id) => REGISTERS[id]).join('、')}台账，相应事项未列入。`}</li>
          )}
        </ul>
      </section>
    </Layout>
  );
}

/** How many items each day has, and the first item of each day. */
function daysOf({ items }: UnitAgenda): {
  readonly counts: ReadonlyMap<CivilDate, number>;
  readonly anchors: ReadonlySet<string>;
} {
  const counts = new Map<CivilDate, number>();
  const anchors = new Set<string>();
  for (const { id, due } of items) {
    if (due === null) continue;
    if (!counts.has(due)) anchors.add(id);
    counts.set(due, (counts.get(due) ?? 0) + 1);
  }
  return { counts, anchors };
}
