import type { RegisterVersion } from '../../../app/console/register-versions.ts';
import type { OpenRegister } from '../../../app/registers/open-register.ts';
import { Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import type { View } from '../../view.ts';
import type { DraftRow, RowQuery, ShownRows } from './edit-form.ts';
import { EditTable } from './edit-table.tsx';
import { LostRows } from './lost-rows.tsx';
import type { Mistake } from './mistake.ts';
import { Mistakes } from './mistakes.tsx';
import { PURPOSES } from './purposes.ts';
import { UploadCard } from './upload-card.tsx';
import { VersionsCard } from './versions-card.tsx';

interface EditPageProps {
  readonly view: View;
  readonly open: OpenRegister;
  readonly query: RowQuery;
  readonly shown: ShownRows;
  readonly mistakes: readonly Mistake[];
  /** What is wrong with an uploaded file or a version that was to be put back. */
  readonly unfit: OpenRegister['problems'];
  /** What was typed while somebody else saved; null where nobody did. */
  readonly lost: readonly DraftRow[] | null;
  readonly versions: readonly RegisterVersion[];
  readonly error: string | undefined;
  /** The register was changed just now. */
  readonly isSaved: boolean;
}

/** One register: its rows to be edited, a file to take their place, and the versions before. */
export function EditPage(props: EditPageProps) {
  const { view, open, unfit, lost, versions, error, isSaved } = props;
  const { text, isJudged } = PURPOSES[open.id];
  return (
    <Layout
      view={view}
      title={open.title}
      trail={[{ text: '台账', href: '/registers' }]}
      wide
      actions={
        open.file !== null && (
          <a class="button quiet" href={`/registers/${open.id}/file`}>
            下载现有文件
          </a>
        )
      }
    >
      {error !== undefined && (
        <p class="notice error" role="alert">
          {error}
        </p>
      )}
      {isSaved && isJudged && <JudgeAnew view={view} />}
      {lost && <LostRows open={open} rows={lost} />}
      {unfit.length > 0 && <Mistakes title="文件中的错误" open={open} problems={unfit} />}
      <p class="lead soft">{`${text}。`}</p>
      {open.isEditable ? (
        <EditTable {...props} />
      ) : (
        <Mistakes title="台账文件无法编辑" open={open} problems={open.problems} />
      )}
      <UploadCard view={view} open={open} />
      <VersionsCard view={view} open={open} versions={versions} />
    </Layout>
  );
}

/** Verdicts rest on the register as it was when they were made. */
function JudgeAnew({ view }: { readonly view: View }) {
  return (
    <div class="notice plain row">
      <span>判定结果随下一次夜间取证更新，也可以按现有取证立即重新判定。</span>
      <Post action="/jobs/audit" csrf={view.csrf}>
        <button type="submit">重新判定</button>
      </Post>
    </div>
  );
}
