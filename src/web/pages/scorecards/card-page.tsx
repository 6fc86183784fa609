import type { ScorecardView } from '../../../app/console/scorecards.ts';
import { coverageText } from '../../../report/score-words.ts';
import { Layout } from '../../parts/layout.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { Deductions } from './deductions.tsx';
import { History } from './history.tsx';
import { OpenPoints } from './open-points.tsx';
import { Spared } from './spared.tsx';
import { sumLine } from './sum-line.ts';

/** How each point of a unit's quarter came about. */
export function CardPage({ view, of }: { readonly view: View; readonly of: ScorecardView }) {
  const { card, unit, proposed, isInspected } = of;
  const { base, coverageMax, title } = of.quarter.sources.rulebook;
  const trail = mayIn(view, 'look-at-all')
    ? [
        { text: '得分', href: inQuarter(view, '/scorecards') },
        { text: unit.name, href: inQuarter(view, `/units/${unit.id}`) },
      ]
    : [];
  const isOtherwise = proposed.card.total !== card.total;
  return (
    <Layout
      view={view}
      title={`${unit.name}得分`}
      trail={trail}
      actions={
        <a class="button quiet" href={inQuarter(view, findingsOf(view, unit.id))}>
          查看问题
        </a>
      }
    >
      {!isInspected && <p class="notice warning">该单位栏目网址待确认，本季度未巡检，以下得分没有意义。</p>}
      <section class="card" aria-labelledby="sum">
        <h2 id="sum">合计</h2>
        <p class="sum">{sumLine(card)}</p>
        {isOtherwise && <p class="soft">{`审核前：${sumLine(proposed.card)}`}</p>}
        {card.open > 0 && <p class="soft">{`另有${card.open}分待定，见下。`}</p>}
        <dl class="facts parts">
          <dt>{`基础分 ${card.base}`}</dt>
          <dd>{`考核办法规定每季度${base}分（${title}）`}</dd>
          <dt>{`重点栏目 ${card.coverage}`}</dt>
          <dd>
            {coverageText(card, coverageMax)}
            {mayIn(view, 'enter-coverage') && (
              <>
                {'　'}
                <a href={inQuarter(view, '/coverage')}>评定</a>
              </>
            )}
          </dd>
          <dt>{`减分 ${card.deducted}`}</dt>
          <dd>{of.lines.length === 0 ? '没有减分' : `${of.lines.length}项，每项每季度只减一次`}</dd>
        </dl>
      </section>
      <Deductions view={view} lines={of.lines} />
      <Spared view={view} spared={of.spared} />
      <OpenPoints view={view} of={of} />
      <History of={of} />
    </Layout>
  );
}

const findingsOf = (view: View, unit: string): string =>
  view.actor.role === 'unit' ? '/findings' : `/findings?unit=${encodeURIComponent(unit)}`;
