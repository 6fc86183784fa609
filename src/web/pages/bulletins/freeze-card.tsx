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
export function FreezeCard(props: FreezeCardProps) {
  const { versions, undecided, unanswered, isCurrent } = props.of;
  const version = nextVersion(props.of);
  if (undecided.length + unanswered.length > 0)
    return (
      <section class="card" aria-labelledby="freeze">
        <h2 id="freeze">印发通报</h2>
        <p class="soft">待审核的减分问题和未答复的异议处理完毕后，方可印发。</p>
      </section>
    );
  return (
    <section class="card" aria-labelledby="freeze">
      <h2 id="freeze">{version === 1 ? '印发通报' : `印发更正（第${version}版）`}</h2>
      {isCurrent === true ? (
        <details>
          <summary>{`现有结果与第${versions[0]?.version ?? 0}版一致，一般无须更正；只改日期的，由此印发`}</summary>
          <FreezeForm {...props} />
        </details>
      ) : (
        <FreezeForm {...props} />
      )}
    </section>
  );
}

const nextVersion = ({ versions }: BulletinState): number => (versions[0]?.version ?? 0) + 1;

function FreezeForm({ view, of, draft }: FreezeCardProps) {
  const { id } = of.quarter.period;
  return (
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
          data-confirm={`确定印发${nameOfQuarter(id)}通报第${nextVersion(of)}版吗？印发后不能修改或撤回。`}
        >
          印发
        </button>
      </div>
    </Post>
  );
}
