import type { BulletinState } from '../../../app/console/bulletins.ts';

type Version = BulletinState['versions'][number];

interface VersionTableProps {
  readonly versions: readonly Version[];
  /** The quarter, in a list of several; not shown without it. */
  readonly nameOf?: (version: Version) => string;
}

/** Versions that went out with their files, which never change. */
export function VersionTable({ versions, nameOf }: VersionTableProps) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {nameOf && <th scope="col">季度</th>}
            <th scope="col">版次</th>
            <th scope="col">印发日期</th>
            <th scope="col">整改期限</th>
            <th scope="col">文件（大小、SHA-256 摘要）</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr>
              {nameOf && (
                <th scope="row" class="nowrap">
                  <a href={`/bulletins/${version.period}`}>{nameOf(version)}</a>
                </th>
              )}
              <td class="nowrap">{`第${version.version}版`}</td>
              <td class="nowrap">{version.publishedOn}</td>
              <td class="nowrap">{version.rectifyBy}</td>
              <td class="what">
                <Files version={version} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Files({ version: { period, version, files } }: { readonly version: Version }) {
  if (files.length === 0) return <span class="soft">印发时没有保存文件（由早期版本的程序印发）</span>;
  return (
    <ul class="lines">
      {files.map(({ name, sha256, bytes }) => (
        <li>
          <a href={`/bulletins/${period}/v${version}/${encodeURIComponent(name)}`} download="">
            {name}
          </a>
          <span class="trace">
            {`${sizeText(bytes)}　`}
            <code>{sha256}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

const KB = 1024;

function sizeText(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
