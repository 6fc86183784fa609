import { loadTargets } from '../config/targets.ts';
import { readYaml } from '../config/yaml-file.ts';
import { isWithinHosts } from '../extract/links.ts';
import type { Column, Plan } from '../model/plan.ts';
import { EXIT, UserError } from '../model/user-error.ts';

const MEGABYTE = 1024 * 1024;

/** What is to be read, and with which manners: those of targets.yaml, else the usual ones and the address's own host. */
export interface DiscoveryPlan extends Pick<Plan, 'site' | 'crawl' | 'timeZone' | 'district'> {
  /** The address given, absolute. */
  readonly start: string;
  /** targets.yaml itself; null without `--targets`. */
  readonly targets: Plan | null;
  /** Whether targets.yaml itself names the column; where it does not, its name is the topic's. */
  readonly isNamed: (column: Column) => boolean;
}

/** Throws UserError (exit code 2) where the address is none, lies outside `site.hosts`, or targets.yaml is wrong. */
export function discoveryPlan(given: string, targets: string | undefined): DiscoveryPlan {
  const url = siteAddress(given);
  if (targets === undefined) return { ...usualPlan(url), start: url.href, targets: null, isNamed: () => true };
  const plan = loadTargets(targets);
  if (!isWithinHosts(url.href, plan.site.hosts)) {
    const remedy = `请改正网址，或把 ${url.hostname} 加入 ${targets} 的 site.hosts`;
    throw new UserError(EXIT.usage, [
      { place: {}, what: '网址不在 site.hosts 列出的网站范围内', value: given, remedy },
    ]);
  }
  const yaml = readYaml(targets);
  const named = new Set<Column>();
  for (const [u, unit] of plan.units.entries())
    for (const [c, column] of unit.columns.entries())
      if (yaml.has(['units', u, 'columns', c, 'name'])) named.add(column);
  const { site, crawl, timeZone, district } = plan;
  return { site, crawl, timeZone, district, start: url.href, targets: plan, isNamed: (column) => named.has(column) };
}

function siteAddress(given: string): URL {
  const text = /^[a-z]+:/i.test(given) && !/^localhost:/i.test(given) ? given : `http://${given}`;
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.username === '' && url.password === '') {
      url.hash = '';
      return url;
    }
  }
  const remedy = '请填写政务公开首页的完整网址，例如 http://www.example.gov.cn/gongkai/';
  throw new UserError(EXIT.usage, [{ place: {}, what: '不是网址', value: given, remedy }]);
}

function usualPlan(url: URL): Omit<DiscoveryPlan, 'start' | 'targets' | 'isNamed'> {
  // Names below localhost mean this machine (RFC 6761, 6.3): who names one, names loopback.
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const resolve = url.hostname.endsWith('.localhost') ? { [url.hostname]: `127.0.0.1:${port}` } : {};
  return {
    district: '',
    timeZone: 'Asia/Shanghai',
    site: { home: url.href, cms: 'auto', hosts: [url.hostname] },
    crawl: {
      contact: '',
      perHost: { inFlight: 2, minDelayMs: 500, maxDelayMs: 30_000 },
      hours: null,
      render: 'auto',
      fullEvery: 30,
      resolve,
      caps: {
        ...{ pageBytes: 10 * MEGABYTE, fileBytes: 50 * MEGABYTE, decompressedBytes: 200 * MEGABYTE },
        ...{ redirects: 10, listPages: 200 },
      },
    },
  };
}
