import type { Overview } from '../../../app/console/overview.ts';
import { inQuarter, type View } from '../../view.ts';

interface Step {
  readonly name: string;
  readonly state: string;
  readonly isDone: boolean;
  readonly href: string;
}

/** The way of a quarter from evidence to the bulletin, and how far it has come. */
export function Steps({ view, of }: { readonly view: View; readonly of: Overview }) {
  const { charged, objections, withoutCoverage, published, quarter } = of;
  const decided = charged.accepted + charged.repriced + charged.rejected + charged.advised;
  const units = quarter.units.length;
  const steps: readonly Step[] = [
    { name: '取证判定', state: `${units}个单位`, isDone: true, href: '/unread' },
    {
      name: '审核问题',
      state: charged.pending === 0 ? '已全部审核' : `已审核${decided}，待审核${charged.pending}`,
      isDone: charged.pending === 0,
      href: '/findings?weight=charged&standing=pending',
    },
    {
      name: '答复异议',
      state: objections === 0 ? '没有待答复的' : `待答复${objections}`,
      isDone: objections === 0,
      href: '/findings?objected=1',
    },
    {
      name: '评定重点栏目',
      state: withoutCoverage === 0 ? '已全部评定' : `待评定${withoutCoverage}个单位`,
      isDone: withoutCoverage === 0,
      href: '/coverage',
    },
    {
      name: '印发通报',
      state: published === 0 ? '尚未印发' : `已印发第${published}版`,
      isDone: published > 0,
      href: '/bulletins',
    },
  ];
  return (
    <ol class="steps">
      {steps.map(({ name, state, isDone, href }) => (
        <li class={isDone ? 'done' : ''}>
          <a href={inQuarter(view, href)}>{name}</a>
          <span>{state}</span>
        </li>
      ))}
    </ol>
  );
}
