import type { UnitJobs } from '../../../app/console/jobs-board.ts';
import type { SelfCheckResult } from '../../../app/console/self-check-result.ts';
import { Post } from '../../parts/form.tsx';
import { Layout } from '../../parts/layout.tsx';
import { mayIn, type View } from '../../view.ts';
import { LiveJob } from '../jobs/live-job.tsx';
import { placeOf, trailOf } from './place.ts';
import { SelfCheckResultView } from './self-check-view.tsx';

interface SelfCheckPageProps {
  readonly view: View;
  readonly unit: { readonly id: string; readonly name: string };
  readonly isInspected: boolean;
  readonly jobs: UnitJobs;
  readonly result: SelfCheckResult | null;
}

/** A unit has its own columns looked at, and sees what an inspector would see. */
export function SelfCheckPage({ view, unit, isInspected, jobs, result }: SelfCheckPageProps) {
  const path = placeOf(view, unit.id, 'self-check');
  const isOwn = view.actor.role === 'unit';
  return (
    <Layout view={view} title={isOwn ? '自查' : `${unit.name}自查`} trail={trailOf(view, unit)}>
      <section class="card" aria-label="启动自查">
        <p>
          立即读取{isOwn ? '本单位' : '该单位'}
          的全部公开栏目并逐项判定，与检查人员看到的结果一致。自查只供核对，不直接计分。
        </p>
        <State {...{ view, path, isInspected, jobs }} />
      </section>
      {result ? (
        <SelfCheckResultView view={view} result={result} path={path} />
      ) : (
        <p class="card empty">还没有自查结果。</p>
      )}
    </Layout>
  );
}

interface StateProps {
  readonly view: View;
  readonly path: string;
  readonly isInspected: boolean;
  readonly jobs: UnitJobs;
}

function State({ view, path, isInspected, jobs: { open, last } }: StateProps) {
  const [running] = open;
  if (running) return <LiveJob view={view} job={running} page={path} />;
  const error = last?.progress.job.error ?? null;
  return (
    <>
      {error !== null && <p class="notice error" role="alert">{`上次自查没有完成：${error}`}</p>}
      {last?.progress.job.state === 'cancelled' && <p class="notice plain">上次自查已取消。</p>}
      {!isInspected && <p class="soft">栏目网址待确认，暂不能自查。请联系检查人员。</p>}
      {isInspected && mayIn(view, 'self-check') && (
        <Post action={path} csrf={view.csrf}>
          <button type="submit" class="large">
            立即自查
          </button>
        </Post>
      )}
    </>
  );
}
