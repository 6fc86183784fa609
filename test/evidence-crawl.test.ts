import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import type { Audit } from '../src/model/audit.ts';
import { demoBehindProxy } from './support/demo-behind-proxy.ts';
import { longLivedFolder } from './support/temporary-folder.ts';
import { unzip } from './support/unzip.ts';
import { xunjian } from './support/xunjian.ts';

const UNIT = 'lzqczj';
const behind = demoBehindProxy([UNIT]);
const folder = longLivedFolder();
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

let audit: Audit;
beforeAll(async () => {
  const { options, audit: judge } = behind();
  for (const _ of ['first night', 'second night'])
    expect(await xunjian('crawl', ...options('crawled'))).toMatchObject({ code: 0, stderr: '' });
  audit = await judge('crawled');
}, 180_000);

const dataOf = (): string => {
  const options = behind().options('crawled');
  return options[options.indexOf('--data') + 1] ?? '';
};

describe('what two crawls of the demonstration district wrote', () => {
  it('is whole', async () => {
    const { code, stdout } = await xunjian('evidence', 'verify', '--data', dataOf(), '--format', 'json', '--quiet');
    expect(JSON.parse(stdout)).toMatchObject({ whole: true, damages: [], notes: [] });
    expect(code).toBe(0);
  });

  it('is read by an independent reader, digests and all', async () => {
    const types = new Set<string>();
    for (const name of readdirSync(join(dataOf(), 'evidence')))
      for await (const record of new WARCParser([readFileSync(join(dataOf(), 'evidence', name))])) {
        types.add(record.warcType ?? '');
        const named = record.warcPayloadDigest;
        const payload = await record.readFully(false);
        if (named && record.warcType !== 'revisit') expect(sha256(payload)).toBe(named);
      }
    expect([...types]).toEqual(expect.arrayContaining(['warcinfo', 'response', 'request', 'resource', 'revisit']));
  });

  it('can be handed over for one finding, with what the finding cites', async () => {
    const finding = audit.verdicts.find(({ verdict, evidence }) => verdict === 'fail' && evidence.length > 0);
    const out = join(folder, 'finding.wacz');
    const choice = ['--finding', finding?.id ?? '', '--out', out];
    const { code, stdout } = await xunjian('evidence', 'export', '--data', dataOf(), ...choice);
    expect(code).toBe(0);
    expect(stdout).toContain(out);
    const files = await unzip(out);
    const index = files.get('indexes/index.cdxj')?.toString() ?? '';
    for (const { url } of finding?.evidence ?? []) expect(index).toContain(`"url":"${url}"`);
    const unknown = await xunjian('evidence', 'export', '--data', dataOf(), '--finding', 'none', '--out', `${out}.2`);
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('没有该问题') });
  });
});
