import { describe, expect, it } from 'vitest';
import { buildDistrict } from './district.ts';
import { resourcesOf } from './resources.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
const STARTS: Readonly<Record<string, Buffer>> = {
  png: PNG,
  pdf: Buffer.from('%PDF-'),
  docx: Buffer.from('PK'),
  xlsx: Buffer.from('PK'),
};

describe('what the demonstration district serves', () => {
  const first = resourcesOf(buildDistrict());
  const second = resourcesOf(buildDistrict());
  const query = new URLSearchParams();

  it('has the same paths and pages every time it is built', async () => {
    expect([...second.keys()]).toEqual([...first.keys()]);
    const pages = [...first].filter(([, { type }]) => /html|json/.test(type));
    for (const [path, resource] of pages) {
      const again = await second.get(path)?.body(query);
      expect(again?.equals(await resource.body(query)), path).toBe(true);
    }
  }, 60_000);

  it('links to nothing that is not there, but for what is meant to be broken', async () => {
    const dead = new Set<string>();
    for (const [, resource] of [...first].filter(([, { type }]) => type.startsWith('text/html'))) {
      // Addresses are plain ASCII, whatever the encoding of the page.
      const html = (await resource.body(query)).toString('latin1');
      for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (!link.startsWith('javascript:') && !first.has(link)) dead.add(link);
      }
    }
    expect([...dead].sort()).toEqual([
      '/col/col19985/index.html',
      '/gongkai/site_lzqswj/images/tu2022.png',
      'http://www.linzi-gov-cn.example/gongkai/news.html',
    ]);
  }, 60_000);

  it('serves files of the kind their names say, the same every time', async () => {
    const files = [...first].filter(([path]) => /doc_[0-9a-f]{24}_[0-9a-f]{32}\.\w+$/.test(path));
    expect(files.length).toBeGreaterThan(400);
    // Each kind is made by one function: every twentieth file shows it.
    for (const [path, resource] of files.filter((_, i) => i % 20 === 0)) {
      const bytes = await resource.body(query);
      const start = STARTS[path.slice(path.lastIndexOf('.') + 1)];
      expect(start && bytes.subarray(0, start.length).equals(start), path).toBe(true);
      expect((await second.get(path)?.body(query))?.equals(bytes), path).toBe(true);
    }
  }, 60_000);

  it('keeps everything of a unit below the unit’s own path', () => {
    const loose = [...first.keys()].filter((path) => !/^\/gongkai\/site_\w+\//.test(path));
    expect(loose.sort()).toEqual(['/', '/gongkai/', '/robots.txt', '/static/dist/images/x-icon-logo.png']);
  });
});
