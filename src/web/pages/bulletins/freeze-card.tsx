import type { BulletinState } from '../../../app/console/bulletins.ts';
import { Field, Hidden, Post } from '../../parts/form.tsx';
import { nameOfQuarter, type View } from '../../view.ts';
import type { FreezeDraft } from './freeze-form.ts';

interface FreezeCardProps {
  readonly view: View;
  readonly of: BulletinState;
  readonly draft: FreezeDraft;
}

/** Lets the bulletin go out, after which it never changes. */
export function FreezeCard({ view, of, draft }: FreezeCardProps) {
  const { quarter, versions, undecided, unanswered } = of;
  const { id } = quarter.period;
  const isBlocked = undecided.length + unanswered.length > 0;
  const version = (versions[0]?.version ?? 0) + 1;
  return (
    <section class="card" aria-labelledby="freeze">
      <h2 id="freeze">{version === 1 ? '印发通报' : `印发更正（第${version}版）`}</h2>
      {isBlocked ? (
        <p class="soft">待审核的减分问题和未答复的异议处理完毕后，方可印发。</p>
      ) : (
        <Post action={`/bulletins/${id}/freeze`} csrf={view.csrf}>
          <p class="soft small">印发后内容和文件永久保存、不再改变，各单位随即收到整改事项；更正须另印发新的一版。</p>
          <Hidden name="seen" value={draft.seen} />
          <div class="row ends">
            <Field label="印发日期">
              <input type="date" name="publishedOn" value={draft.publishedOn} required />
            </Field>
            <Field label="整改期限">
              <input type="date" name="rectifyBy" value={draft.rectifyBy} required />
            </Field>
            <button
              type="submit"
              data-confirm={`确定印发${nameOfQuarter(id)}通报第${version}版吗？印发后不能修改或撤回。`}
            >
              印发
            </button>
          </div>
        </Post>
      )}
    </section>
  );
}
