import type { RegisterVersion } from '../../../app/console/register-versions.ts';
import type { OpenRegister } from '../../../app/registers/open-register.ts';
import { localTime } from '../../../report/words.ts';
import { Hidden, Post } from '../../parts/form.tsx';
import type { View } from '../../view.ts';

interface VersionsCardProps {
  readonly view: View;
  readonly open: OpenRegister;
  readonly versions: readonly RegisterVersion[];
}

/** Every version that the console made or found, each of which can be had again. */
export function VersionsCard({ view, open, versions }: VersionsCardProps) {
  const isKnown = versions.some(({ sha256 }) => sha256 === open.version);
  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">历史版本</h2>
      {versions.length === 0 && <p class="empty">还没有在控制台修改过。</p>}
      {versions.length > 0 && !isKnown && <p class="soft small">现有文件是在控制台之外修改的，不在下列版本之中。</p>}
      {versions.length > 0 && (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">修改人</th>
                <th scope="col">修改内容</th>
                <th scope="col">版本</th>
                <th scope="col">操作</th>
              </tr>
            </thead>
            <tbody>
              {versions.map(({ sha256, made }) => (
                <tr>
                  <td class="nowrap">{made ? localTime(made.at, view.timeZone) : '首次修改之前'}</td>
                  <td class="nowrap">{made?.byName ?? ''}</td>
                  <td class="what">{made?.summary ?? '控制台修改之前的内容'}</td>
                  <td class="nowrap">
                    <a href={`/registers/${open.id}/versions/${sha256}`} aria-label={`下载版本${sha256.slice(0, 8)}`}>
                      <code>{sha256.slice(0, 8)}</code>
                    </a>
                  </td>
                  <td class="nowrap">
                    {sha256 === open.version ? (
                      '现有版本'
                    ) : (
                      <Post action={`/registers/${open.id}/restore`} csrf={view.csrf}>
                        <Hidden name="sha256" value={sha256} />
                        <button
                          type="submit"
                          class="quiet"
                          data-confirm="确定恢复为这个版本吗？现有内容作为历史版本保存。"
                          aria-label={`恢复版本${sha256.slice(0, 8)}`}
                        >
                          恢复此版本
                        </button>
                      </Post>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
