import { CHOICES, type DecisionDraft } from './decision-form.ts';

/** Decides on all that is chosen in the list. */
export function BatchBar({ draft, onPage }: { readonly draft: DecisionDraft; readonly onPage: number }) {
  return (
    <fieldset class="batch">
      <legend>批量审核</legend>
      <div class="row">
        <span class="scripted-only">
          {'已选定 '}
          <b data-count="finding">{draft.chosen.size}</b>
          {` / ${onPage} 个`}
        </span>
        <label>
          <span class="unseen">审核意见</span>
          <select name="decision" required data-shows="batch">
            <option value="">请选择审核意见</option>
            {Object.entries(CHOICES).map(([id, text]) => (
              <option value={id} selected={id === draft.decision}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label data-part="batch" data-for="repriced">
          {'分值 '}
          <input name="points" type="number" min={0} step={0.1} class="points" value={draft.points} />
        </label>
        <label class="reason" data-part="batch" data-for="rejected advised repriced">
          <span class="unseen">理由</span>
          <input
            name="reason"
            maxlength={1000}
            value={draft.reason}
            placeholder="理由（除确认外必填，对所选问题一并适用）"
          />
        </label>
        <button type="submit">提交审核</button>
      </div>
    </fieldset>
  );
}
