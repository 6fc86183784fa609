import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadTargets } from '../src/config/targets.ts';
import type { Difference } from '../src/discover/differences.ts';
import { servePages } from './support/serve.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

interface Fragment {
  readonly district: string;
  readonly units: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly columns: readonly { readonly topic: string; readonly name: string; readonly url: string }[];
  }[];
  readonly differences: readonly Difference[] | null;
  readonly unread: readonly { readonly url: string; readonly why: string }[];
  readonly deadLinks: readonly { readonly name: string }[];
  readonly otherHosts: readonly { readonly name: string }[];
}

/** Serves them from an origin of its own. */
async function serve(pages: Readonly<Record<string, string | number>>) {
  const { port, asked } = await servePages(pages);
  return { origin: `http://127.0.0.1:${port}`, asked };
}

const top = '<div class="nav"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hd/">互动交流</a></div>';
const page = (title: string, body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body>${top}${body}</body></html>`;
const link = (path: string, text: string): string => `<li><a href="${path}">${text}</a></li>`;
const rows = (folder: string, titles: readonly string[]): string =>
  `<ul class="list">${titles.map((title, i) => `<li><a href="${folder}t2023050${i + 1}_${7000 + i}.html">${title}</a><span>2023-05-0${i + 1}</span></li>`).join('')}</ul>`;

/** Folders per unit, a tree in three levels: branches that only hold others, names that say nothing, a dead link. */
const TREE = `<ul class="menu"><li><a href="/bm/czj/jbxx/">基本信息</a><ul>${link('/bm/czj/zn/', '机构概况')}${link('/bm/czj/ldzc/', '领导之窗')}</ul></li>
<li><span>财政信息</span><ul>${link('/bm/czj/ys/2023/', '2023年')}${link('/bm/czj/ys/2022/', '2022年')}</ul></li>
${link('/bm/czj/gfxwj/', '规范性文件')}${link('/bm/czj/q/', '权责清单')}${link('/bm/czj/tz/', '通知公告')}${link('/bm/czj/weg/', '收费目录')}</ul>`;
const folders = (far: string): Record<string, string | number> => ({
  '/zwgk/': page('示例区人民政府-政务公开', `<ul>${link('/bm/', '部门信息公开')}${link('/zj/', '镇街信息公开')}</ul>`),
  '/hd/': page('互动交流', '<p>暂无</p>'),
  '/bm/': page(
    '部门',
    `<h3>区政府部门</h3><ul>${link('/bm/czj/', '区财政局')}${link('/bm/sjj/', '区审计局')}${link(far, '区司法局')}</ul>`,
  ),
  '/zj/': page(
    '镇街',
    `<h3>镇</h3><ul>${link('/zj/jz/', '甲河镇')}</ul><h3>街道</h3><ul>${link('/zj/yjd/', '乙桥街道')}</ul>`,
  ),
  '/bm/czj/': page('示例区财政局', TREE),
  '/bm/czj/jbxx/': page('基本信息', TREE),
  '/bm/czj/zn/': page(
    '机构概况',
    `${TREE}<h1>机构概况</h1><p>时间：2023-02-03</p><div class="TRS_Editor"><p>${'负责全区财政工作。'.repeat(20)}</p></div>`,
  ),
  '/bm/czj/ldzc/': page('领导之窗', TREE + rows('./', ['甲某某同志分工', '乙某某同志分工'])),
  '/bm/czj/ys/2023/': page('2023年', TREE + rows('./', ['2023年部门预算', '2023年“三公”经费预算'])),
  '/bm/czj/ys/2022/': page('2022年', TREE + rows('./', ['2022年部门决算'])),
  '/bm/czj/gfxwj/': page('规范性文件', TREE + rows('./', ['关于印发《甲办法》的通知'])),
  '/bm/czj/q/': page('权责清单', TREE + rows('./', ['权责清单（2023年版）'])),
  '/bm/czj/tz/': page('通知公告', TREE + rows('./', ['关于开展培训的通知'])),
  '/bm/sjj/': 403,
  '/zj/jz/': page(
    '甲河镇',
    `<ul>${link('/zj/jz/zn/', '信息公开指南')}${link('/zj/jz/nb/', '信息公开年报')}${link('/zj/jz/xc/', '乡村振兴')}</ul>`,
  ),
  '/zj/jz/zn/': 403,
  '/zj/jz/nb/': page('年报', rows('./', ['2022年政府信息公开工作年度报告'])),
  '/zj/jz/xc/': page('乡村振兴', rows('./', ['乡村振兴工作进展'])),
  '/zj/yjd/': page('乙桥街道', `<ul>${link('/zj/yjd/zn/', '公开指南')}${link('/zj/yjd/wh/', '公共文化服务')}</ul>`),
  '/zj/yjd/zn/': page('公开指南', rows('./', ['2023年信息公开指南'])),
  '/zj/yjd/wh/': page('公共文化服务', rows('./', ['文化活动安排'])),
});

describe('discover on a site of another make', () => {
  it('follows lists of units, reads nested menus, and keeps within the host', async () => {
    const elsewhere = await serve({ '/sfj/': page('区司法局', link('/sfj/zn/', '公开指南')) });
    const far = `${elsewhere.origin.replace('127.0.0.1', 'localhost')}/sfj/`;
    const { origin, asked } = await serve(folders(far));
    const { code, stdout, stderr } = await xunjian('discover', `${origin}/zwgk/`, '--format', 'json');
    const found = JSON.parse(stdout) as Fragment;
    expect(found.district).toBe('示例区');
    expect(found.units.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ['czj', '区财政局', 'department'],
      ['sjj', '区审计局', 'department'],
      ['jz', '甲河镇', 'town'],
      ['yjd', '乙桥街道', 'subdistrict'],
    ]);
    const finance = found.units[0]?.columns.map(({ topic, name, url }) => [topic, name, url.replace(origin, '')]);
    expect(finance).toEqual([
      ['org-functions', '机构概况', '/bm/czj/zn/'],
      ['leadership', '领导之窗', '/bm/czj/ldzc/'],
      ['budget', '2023年', '/bm/czj/ys/2023/'],
      ['budget', '2022年', '/bm/czj/ys/2022/'],
      ['policy-docs', '规范性文件', '/bm/czj/gfxwj/'],
      ['powers-list', '权责清单', '/bm/czj/q/'],
      ['other', '通知公告', '/bm/czj/tz/'],
    ]);
    expect(found.deadLinks.map(({ name }) => name)).toEqual(['收费目录']);
    // What could not be read is told and kept by its name; nothing off the host was asked for.
    expect(code).toBe(3);
    expect(found.unread.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/bm/sjj/', '/zj/jz/zn/']);
    expect(found.units[2]?.columns.map(({ topic }) => topic)).toEqual([
      'guide',
      'annual-report',
      'rural-revitalisation',
    ]);
    expect(found.otherHosts.map(({ name }) => name)).toEqual(['区司法局']);
    expect(elsewhere.asked).toEqual([]);
    expect(asked.every((path) => !/t2023/.test(path))).toBe(true);
    expect(new Set(asked).size).toBe(asked.length);
    expect(stderr).toContain('未能读取');
  }, 60_000);

  it('says of a unit that could not be read that it was not checked, never that its columns are gone', async () => {
    const { origin } = await serve(folders('/nowhere/'));
    const folder = temporaryFolder();
    const targets = join(folder, 'targets.yaml');
    const unit = (id: string, name: string, home: string, columns: object[]) => ({
      ...{ id, name, fullName: `示例区${name.replace(/^区/, '')}`, kind: 'department', home, columns },
    });
    writeFileSync(
      targets,
      stringify({
        ...{ version: 1, district: '示例区', rulebook: 'linzi-2023' },
        site: { home: `${origin}/zwgk/`, cms: 'auto', hosts: ['127.0.0.1'] },
        crawl: { contact: 'a@example.gov.cn', perHost: { inFlight: 4, minDelayMs: 0 }, render: 'never' },
        units: [
          unit('sjj', '区审计局', '/bm/sjj/', [{ topic: 'guide', url: '/bm/sjj/zn/' }]),
          unit('czj', '区财政局', '/bm/czj/', [
            { topic: 'org-functions', url: '/bm/czj/zn/' },
            { topic: 'policy-docs', name: '政策文件', url: '/bm/czj/gfxwj/' },
            { topic: 'fees', name: '收费', url: '/bm/czj/old/' },
          ]),
        ],
      }),
    );
    const { code, stdout } = await xunjian('discover', `${origin}/zwgk/`, '--targets', targets, '--format', 'json');
    expect(code).toBe(3);
    const { differences } = JSON.parse(stdout) as Fragment;
    const told = differences?.map(({ kind, unit: id, url }) => `${kind} ${id} ${new URL(url ?? '').pathname}`) ?? [];
    expect(told.filter((one) => one.includes('sjj'))).toEqual(['unit-unread sjj /bm/sjj/']);
    expect(told).toContain('column-renamed czj /bm/czj/gfxwj/');
    expect(told).toContain('column-removed czj /bm/czj/old/');
    expect(told.some((one) => one.startsWith('column-renamed czj /bm/czj/zn/'))).toBe(false);
  }, 60_000);

  it('takes the page of one unit for that unit, and by --plain writes a file that can be used', async () => {
    const { origin } = await serve(folders('/nowhere/'));
    const out = join(temporaryFolder(), 'targets.yaml');
    const { code, stdout } = await xunjian('discover', `${origin}/zj/yjd/`, '--plain', '--out', out, '--quiet');
    expect([code, stdout]).toEqual([0, '']);
    const { units } = loadTargets(out);
    expect(units).toHaveLength(1);
    expect(units[0]).toMatchObject({ id: 'yjd', name: '乙桥街道', kind: 'subdistrict' });
    expect(units[0]?.columns.map(({ topic }) => topic)).toEqual(['guide', 'culture']);
  }, 60_000);

  it('a fragment with reasons is no targets.yaml, and loading it says so', async () => {
    const { origin } = await serve(folders('/nowhere/'));
    const out = join(temporaryFolder(), 'targets.yaml');
    await xunjian('discover', `${origin}/zj/yjd/`, '--out', out, '--quiet');
    expect(() => loadTargets(out)).toThrow(/confidence/);
  }, 60_000);

  it('refuses what is no address, what lies outside, and a private address that only a name leads to', async () => {
    expect(await xunjian('discover', 'ftp://x.example/')).toMatchObject({ code: 2 });
    expect(await xunjian('discover')).toMatchObject({ code: 2 });
    const { origin } = await serve({ '/': page('首页', '') });
    const targets = join(temporaryFolder(), 'targets.yaml');
    writeFileSync(
      targets,
      stringify({
        ...{ version: 1, district: '示例区', rulebook: 'linzi-2023' },
        site: { home: 'http://gk.example/', cms: 'auto', hosts: ['gk.example'] },
        crawl: { contact: 'a@example.gov.cn' },
        units: [{ id: 'a', name: '区甲局', fullName: '示例区甲局', kind: 'department' }],
      }),
    );
    const outside = await xunjian('discover', `${origin}/`, '--targets', targets);
    expect(outside.code).toBe(2);
    expect(outside.stderr).toContain('site.hosts');
  });
});
