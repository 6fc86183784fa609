import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CDXIndexer, getSurt } from 'warcio';
import { surt } from '../src/evidence/surt.ts';
import { writeEvidenceFolder } from './support/evidence-folder.ts';
import { PAGES } from './support/evidence-nights.ts';
import { longLivedFolder, temporaryFolder } from './support/temporary-folder.ts';
import { xunjian } from './support/xunjian.ts';

const data = longLivedFolder();
beforeAll(() => writeEvidenceFolder(data));

const fileNames = (): string[] => readdirSync(join(data, 'evidence')).sort();

/** What warcio says of every record, by file and offset. */
async function byWarcio(): Promise<Map<string, Record<string, unknown>>> {
  const lines = new Map<string, Record<string, unknown>>();
  for (const filename of fileNames()) {
    const reader = readFileSync(join(data, 'evidence', filename));
    for await (const entry of new CDXIndexer({ format: 'cdxj' }).iterIndex([{ filename, reader: [reader] as never }])) {
      const { urlkey, timestamp, ...fields } = entry;
      lines.set(`${filename}#${fields.offset}`, { urlkey, timestamp, ...fields });
    }
  }
  return lines;
}

const parse = (line: string) => {
  const [urlkey = '', timestamp = ''] = line.split(' ', 2);
  const json = JSON.parse(line.slice(urlkey.length + timestamp.length + 2));
  return { urlkey, timestamp, ...json } as Record<string, string>;
};

describe('evidence cdx', () => {
  it('lists every record as an independent reader does, sorted by bytes', async () => {
    const { code, stdout } = await xunjian('evidence', 'cdx', '--data', data, '--quiet');
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual([...lines].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    const expected = await byWarcio();
    expect(lines).toHaveLength(expected.size);
    for (const line of lines.map(parse)) {
      const { 'refers-to-target-uri': _, 'refers-to-date': __, ...ours } = line;
      // warcio leaves the parameters of a resource's type in; pywb does not.
      const theirs = Object.fromEntries(
        Object.entries(expected.get(`${line.filename}#${line.offset}`) ?? {}).flatMap(([name, value]) =>
          value === null || value === undefined
            ? []
            : [[name, name === 'mime' ? String(value).replace(/;.*/, '') : String(value)]],
        ),
      );
      expect(ours).toEqual(theirs);
    }
  });

  it('says of a revisit which look it repeats', async () => {
    const out = join(data, 'index.cdxj');
    const { code, stderr } = await xunjian('evidence', 'cdx', '--data', data, '--out', out);
    expect([code, stderr]).toEqual([0, expect.stringContaining(out)]);
    const revisits = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map(parse)
      .filter(({ mime }) => mime === 'warc/revisit');
    expect(revisits).toMatchObject([
      { 'refers-to-target-uri': PAGES.document, 'refers-to-date': '2023-08-07T14:00:08.250Z', status: '304' },
      { 'refers-to-target-uri': PAGES.gbk, 'refers-to-date': '2023-08-07T14:00:09.250Z', status: '200' },
    ]);
  });

  it('writes no index that leaves out what it cannot read', async () => {
    const folder = temporaryFolder();
    await writeEvidenceFolder(folder);
    const file = join(folder, 'evidence', readdirSync(join(folder, 'evidence'))[0] ?? '');
    writeFileSync(file, readFileSync(file).fill(0, 600, 700));
    const { code, stdout, stderr } = await xunjian('evidence', 'cdx', '--data', folder, '--quiet');
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toContain('xunjian evidence verify');
  });
});

describe('surt', () => {
  it('gives the key that warcio gives', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, size: 'medium' }), (url) => {
        expect(surt(url)).toBe(getSurt(url));
      }),
      { seed: 1 },
    );
    for (const url of [
      'http://www.gk.example:8080/A?b=2&a=1',
      'https://www2.gk.example/',
      'http://gk.example/通知?a=公开',
      'urn:fullPage:http://a.example/',
    ])
      expect(surt(url)).toBe(getSurt(url));
  });
});
