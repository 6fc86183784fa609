import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { startGenericSite } from './sites/generic/index.ts';
import { startGkmlptSite } from './sites/gkmlpt/index.ts';
import { startJcmsSite } from './sites/jcms/index.ts';
import type { DemoSite } from './sites/site-kit.ts';
import { startTrsSite } from './sites/trs/index.ts';
import { startVsbSite } from './sites/vsb/index.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const SITES: Readonly<Record<string, () => Promise<DemoSite>>> = {
  jcms: startJcmsSite,
  gkmlpt: startGkmlptSite,
  trs: startTrsSite,
  vsb: startVsbSite,
  generic: startGenericSite,
};

interface Found {
  readonly units: readonly { readonly name: string; readonly columns: readonly { readonly url: string }[] }[];
  readonly unread: readonly unknown[];
}

it.each(Object.keys(SITES))(
  'discover finds every column of a site of family %s, and nothing else',
  async (family) => {
    const site = await (SITES[family] as () => Promise<DemoSite>)();
    try {
      const home = `http://${site.host}/`;
      const targets = join(temporaryFolder(), 'targets.yaml');
      writeFileSync(
        targets,
        stringify({
          ...{ version: 1, district: '示例区', rulebook: 'linzi-2023' },
          site: { home, cms: 'auto', hosts: [site.host] },
          crawl: {
            contact: 'a@example.gov.cn',
            perHost: { inFlight: 4, minDelayMs: 0 },
            render: 'never',
            resolve: { [site.host]: `127.0.0.1:${site.port}` },
          },
          units: [{ id: 'a', name: '区甲局', fullName: '示例区甲局', kind: 'department' }],
        }),
      );
      const { code, stdout } = await xunjian('discover', home, '--targets', targets, '--format', 'json', '--quiet');
      const { units, unread } = JSON.parse(stdout) as Found;
      expect({ code, unread }).toEqual({ code: 0, unread: [] });
      const found = units.flatMap(({ columns }) => columns.map(({ url }) => url));
      expect(found.sort()).toEqual(site.truth.map(({ path }) => path).sort());
      expect(units.length).toBe(new Set(site.truth.map(({ unit }) => unit)).size);
    } finally {
      await site.stop();
    }
  },
  60_000,
);
