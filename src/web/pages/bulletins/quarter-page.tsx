import type { BulletinState } from '../../../app/console/bulletins.ts';
import { dayName } from '../../../report/words.ts';
import { Layout } from '../../parts/layout.tsx';
import { mayIn, nameOfQuarter, type View } from '../../view.ts';
import { Differences } from './differences.tsx';
import { FreezeCard } from './freeze-card.tsx';
import type { FreezeDraft } from './freeze-form.ts';
import { InTheWay } from './in-the-way.tsx';
import { VersionTable } from './version-table.tsx';

interface QuarterPageProps {
  readonly view: View;
  readonly of: BulletinState;
  readonly draft: FreezeDraft;
  readonly error: string | undefined;
}

/** A quarter's bulletin: what stands in its way, what it will say, and the versions that went out. */
export function QuarterPage({ view, of, draft, error }: QuarterPageProps) {
  const { quarter, versions, isCurrent } = of;
  const { id } = quarter.period;
  const { asOf } = quarter.sources.audit;
  const name = nameOfQuarter(id);
  return (
    <Layout
      view={view}
      title={`${name}通报`}
      trail={[{ text: '通报', href: '/bulletins' }]}
      actions={
        <>
          <a class="button quiet" href={`/bulletins/${id}/draft/docx`} download="">
            下载草稿 docx
          </a>
          <a class="button quiet" href={`/bulletins/${id}/draft/xlsx`} download="">
            下载工作簿 xlsx
          </a>
          <a class="button quiet" href={`/bulletins/${id}/draft/html`} download="">
            下载报告 html
          </a>
        </>
      }
    >
      {error !== undefined && (
        <p class="notice error" role="alert">
          {error}
        </p>
      )}
      {versions.length > 0 && (
        <section class="card" aria-labelledby="versions">
          <h2 id="versions">已印发的版本</h2>
          <VersionTable versions={versions} />
          {isCurrent === true && <p class="soft small">现有判定和审核结果与最新版本一致。</p>}
        </section>
      )}
      <Differences of={of} />
      {isCurrent !== true && <InTheWay view={view} of={of} />}
      {mayIn(view, 'freeze') && <FreezeCard view={view} of={of} draft={draft} />}
      <section class="card" aria-labelledby="preview">
        <h2 id="preview">通报预览</h2>
        <p class="soft small">{`按${dayName(asOf)}的判定和现有审核结果生成，印发前为征求意见稿。`}</p>
        <iframe class="paper" src={`/bulletins/${id}/draft/preview`} sandbox="" title={`${name}通报全文预览`} />
      </section>
      <section class="card" aria-labelledby="report">
        <h2 id="report">巡检报告</h2>
        <details>
          <summary>展开报告（含各单位问题、依据和取证信息）</summary>
          <iframe
            class="paper"
            src={`/bulletins/${id}/draft/report`}
            sandbox=""
            loading="lazy"
            title={`${name}巡检报告`}
          />
        </details>
      </section>
    </Layout>
  );
}
