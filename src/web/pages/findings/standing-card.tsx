import type { OneFinding } from '../../../app/console/one-finding.ts';
import { DECISION_KINDS, type Decision } from '../../../model/decision.ts';
import { localTime } from '../../../report/words.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import { inQuarter, mayIn, type View } from '../../view.ts';
import { CHOICES, chosenValue, type DecisionDraft } from './decision-form.ts';

interface StandingCardProps {
  readonly view: View;
  readonly of: OneFinding;
  /** Address of this page, for coming back. */
  readonly back: string;
  readonly draft: DecisionDraft | undefined;
}

/** What was decided, by whom and why; for inspectors the forms to decide. */
export function StandingCard({ view, of, back, draft }: StandingCardProps) {
  const { finding } = of;
  const { decision, earlier } = finding.said;
  return (
    <section class="card" aria-labelledby="standing">
      <h2 id="standing">审核</h2>
      {decision && <Decided view={view} decision={decision} />}
      {!decision && <p>{finding.isThere ? '待审核。' : '本季度最近一次判定已没有这个问题，无须审核。'}</p>}
      {earlier && (
        <p class="soft">{`整改后再次出现，此前的审核（${DECISION_KINDS[earlier.kind]}）不再算数，请重新审核。`}</p>
      )}
      {mayIn(view, 'decide') && finding.isThere && (
        <>
          <Post action={inQuarter(view, '/findings/decide')} csrf={view.csrf} class="row">
            <Hidden name="back" value={back} />
            <Hidden name="finding" value={chosenValue(finding)} />
            {decision?.kind !== 'accepted' && (
              <button type="submit" name="decision" value="accepted" data-key="a">
                确认
              </button>
            )}
            {(decision || earlier) && (
              <button type="submit" name="decision" value="withdrawn" class="quiet">
                撤销审核
              </button>
            )}
          </Post>
          <OtherDecision view={view} of={of} back={back} draft={draft} />
        </>
      )}
    </section>
  );
}

function Decided({ view, decision }: { readonly view: View; readonly decision: Decision }) {
  const { kind, points, reason, byName, at } = decision;
  return (
    <>
      <p>
        <b>{DECISION_KINDS[kind]}</b>
        {points === null ? '' : `为${points}分`}
        {`，${byName}于 ${localTime(at, view.timeZone)} 审核。`}
      </p>
      {reason !== '' && <p class="said">{`理由：${reason}`}</p>}
    </>
  );
}

const KEYS = { rejected: 'r', advised: 'e', repriced: 'p' } as const;

/** All but simply confirming it: each needs a reason. What costs nothing can only be rejected. */
function OtherDecision({ view, of: { finding }, back, draft }: StandingCardProps) {
  const kinds = finding.group === null ? (['rejected'] as const) : (['rejected', 'advised', 'repriced'] as const);
  const now = finding.said.decision;
  const chosen = kinds.find((kind) => kind === draft?.decision) ?? kinds.find((kind) => kind === now?.kind);
  return (
    <Post action={inQuarter(view, '/findings/decide')} csrf={view.csrf} class="other">
      <Hidden name="back" value={back} />
      <Hidden name="finding" value={chosenValue(finding)} />
      <fieldset>
        <legend>其他意见</legend>
        <div class="choices">
          {kinds.map((kind) => (
            <label>
              <input
                type="radio"
                name="decision"
                value={kind}
                required
                checked={kind === (chosen ?? 'rejected')}
                data-shows="decision"
                data-key={KEYS[kind]}
                data-focus="reason"
              />
              {CHOICES[kind]}
            </label>
          ))}
        </div>
        {finding.group !== null && (
          <label class="field" data-part="decision" data-for="repriced">
            <span>分值</span>
            <input
              name="points"
              type="number"
              min={0}
              step={0.1}
              class="points"
              value={draft ? draft.points : (now?.points ?? '')}
            />
          </label>
        )}
        <label class="field">
          <span>理由</span>
          <textarea id="reason" name="reason" required maxlength={1000} rows={3}>
            {draft ? draft.reason : (now?.reason ?? '')}
          </textarea>
        </label>
        <button type="submit" class="quiet">
          提交
        </button>
      </fieldset>
    </Post>
  );
}
