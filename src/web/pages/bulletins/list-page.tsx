import type { BulletinState } from '../../../app/console/bulletins.ts';
import { Layout } from '../../parts/layout.tsx';
import { nameOfQuarter, type View } from '../../view.ts';
import { VersionTable } from './version-table.tsx';

interface ListPageProps {
  readonly view: View;
  readonly versions: BulletinState['versions'];
}

/** Every bulletin that went out, and the drafts of the quarters that were audited. */
export function ListPage({ view, versions }: ListPageProps) {
  return (
    <Layout view={view} title="通报">
      <section class="card" aria-labelledby="quarters">
        <h2 id="quarters">各季度</h2>
        {view.quarters.length === 0 && <p class="empty">还没有判定结果，不能编制通报。</p>}
        <ul class="lines">
          {view.quarters.map(({ id, name }) => (
            <li>
              <a href={`/bulletins/${id}`}>{`${name}通报`}</a>
              <span class="trace">{stateOf(versions.filter(({ period }) => period === id))}</span>
            </li>
          ))}
        </ul>
      </section>
      <section class="card" aria-labelledby="versions">
        <h2 id="versions">已印发的通报</h2>
        {versions.length === 0 ? (
          <p class="empty">还没有印发过通报。</p>
        ) : (
          <VersionTable versions={versions} nameOf={({ period }) => nameOfQuarter(period)} />
        )}
      </section>
    </Layout>
  );
}

function stateOf([newest]: BulletinState['versions']): string {
  return newest ? `已印发第${newest.version}版（${newest.publishedOn}）` : '尚未印发，可预览征求意见稿';
}
