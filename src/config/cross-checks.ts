import { advice } from './advice.ts';
import { listOf, of, textOf } from './raw.ts';
import type { Path } from './yaml-file.ts';

/** Something wrong between several places of targets.yaml, at the later or narrower of them. */
export interface CrossIssue {
  readonly path: Path;
  /** The key itself is at fault, not its value. */
  readonly atKey?: true;
  readonly message: string;
}

/** Checks of the whole of targets.yaml: hosts, duplicate units and columns, due dates against cadence. */
export function crossCheck(targets: unknown): CrossIssue[] {
  const site = of(targets, 'site');
  const hosts = listOf(site, 'hosts').map((host) => String(host).toLowerCase());
  const home = textOf(site, 'home');
  const cms = textOf(site, 'cms') ?? 'auto';
  const issues: CrossIssue[] = [];

  /** Columns of gkmlpt share one page; what follows # names the column. */
  const namesColumn = (pathname: string): boolean =>
    cms === 'gkmlpt' || (cms === 'auto' && pathname.includes('/gkmlpt/'));

  const checkAddress = (path: Path, url: string | null, isColumn = false): void => {
    if (url === null || !home || !URL.canParse(home) || !URL.canParse(url, home) || hosts.length === 0) return;
    const { hostname, hash, pathname } = new URL(url, home);
    if (!hosts.includes(hostname)) {
      issues.push({
        path,
        message: advice('不在 site.hosts 列出的网站范围内', `请改正网址，或把 ${hostname} 加入 site.hosts`),
      });
    } else if (hash && !(isColumn && namesColumn(pathname))) {
      issues.push({ path, message: advice('带有 # 及其后的部分', `请删去 ${hash}`) });
    }
  };

  checkAddress(['site', 'home'], home);
  for (const [role, url] of Object.entries(of(targets, 'models') ?? {})) {
    checkAddress(['models', role], typeof url === 'string' ? url : null);
  }
  for (const host of Object.keys(of(of(targets, 'crawl'), 'resolve') ?? {})) {
    if (hosts.length === 0 || hosts.includes(host.toLowerCase())) continue;
    const message = advice('不在 site.hosts 列出的网站范围内', `请删去，或把 ${host} 加入 site.hosts`);
    issues.push({ path: ['crawl', 'resolve', host], atKey: true, message });
  }

  const units = listOf(targets, 'units');
  for (const [u, unit] of units.entries()) {
    checkAddress(['units', u, 'home'], textOf(unit, 'home'));
    for (const [c, column] of listOf(unit, 'columns').entries()) {
      checkAddress(['units', u, 'columns', c, 'url'], textOf(column, 'url'), true);
      issues.push(...dueIssues(column, ['units', u, 'columns', c, 'due']));
    }
    issues.push(...spanIssues(unit, ['units', u, 'until']));
    issues.push(...duplicateColumns(listOf(unit, 'columns'), ['units', u, 'columns']));
  }
  return [...issues, ...duplicateNames(units)];
}

function dueIssues(column: unknown, path: Path): CrossIssue[] {
  const due = textOf(column, 'due');
  const every = of(column, 'every');
  if (due === null) return [];
  if (every === undefined) return [{ path, message: advice('没有对应的公开周期', '请同时填写 every，或删去 due') }];
  if (/^(\+0 )?\d{2}-\d{2}$/.test(due) && every !== 'year') {
    return [
      {
        path,
        message: advice('是具体日期，只能用于每年公开一次的栏目', '请改为 20wd 这样的期限，或把 every 改为 year'),
      },
    ];
  }
  return [];
}

function spanIssues(unit: unknown, path: Path): CrossIssue[] {
  const [from, until] = [textOf(unit, 'from'), textOf(unit, 'until')];
  if (from === null || until === null || from <= until) return [];
  return [{ path, message: advice('早于设立日期', '请核对 from 和 until') }];
}

function duplicateColumns(columns: readonly unknown[], path: Path): CrossIssue[] {
  const seen = new Set<string>();
  return columns.flatMap((column, c) => {
    const key = `${textOf(column, 'topic')} ${textOf(column, 'url')}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ path: [...path, c, 'url'], message: advice('与同一单位的另一栏目主题和网址都相同', '请删去其中一处') }];
  });
}

/** Every id, name, full name and alias means one unit only, since registers may use any of them. */
function duplicateNames(units: readonly unknown[]): CrossIssue[] {
  const owners = new Map<string, number>();
  const issues: CrossIssue[] = [];
  for (const [u, unit] of units.entries()) {
    const entries: [Path, unknown][] = [
      ...['id', 'name', 'fullName'].map((key): [Path, unknown] => [['units', u, key], of(unit, key)]),
      ...listOf(unit, 'aliases').map((alias, a): [Path, unknown] => [['units', u, 'aliases', a], alias]),
    ];
    for (const [path, name] of entries) {
      if (typeof name !== 'string') continue;
      const owner = owners.get(name) ?? u;
      owners.set(name, owner);
      if (owner === u) continue;
      const other = textOf(units[owner], 'name') ?? textOf(units[owner], 'id') ?? `第 ${owner + 1} 个单位`;
      issues.push({ path, message: advice(`与 ${other} 重复`, '请改用不同的编号或名称，或删去重复的单位') });
    }
  }
  return issues;
}
