import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import type { Capture } from '../model/capture.ts';
import { openDatabase } from './database.ts';
import { openKnownFacts } from './known-facts.ts';

const capture: Capture = {
  ...{ id: 1, runId: 'r1', url: 'http://a.example/1', finalUrl: 'http://a.example/1', view: 'http', page: 1 },
  ...{ capturedAt: '2023-08-08T14:00:00.000Z', contentType: 'text/html', sha256: 'ab', record: 'evidence/x#1' },
  ...{ payloadRecord: 'evidence/x#1', result: { tag: 'responded', status: 200, judgement: 'ok' } },
};
const FACT = { title: '关于防汛值守的通知', tables: [['一', '二']], images: [], ok: true };

function kept(folder: string, version = 'v1'): void {
  const facts = openKnownFacts(folder, version);
  facts.keep('document', capture, FACT);
  facts.close();
}

function found(folder: string, version = 'v1', over: Partial<Capture> = {}, reader = 'document'): unknown {
  const facts = openKnownFacts(folder, version);
  const fact = facts.get(reader, { ...capture, ...over });
  facts.close();
  return fact;
}

it('knows what was read, at once and at another time, whichever night looked at it again', () => {
  const folder = temporaryFolder();
  const facts = openKnownFacts(folder, 'v1');
  expect(facts.get('document', capture)).toBeUndefined();
  facts.keep('document', capture, FACT);
  expect(facts.get('document', capture)).toEqual(FACT);
  facts.close();
  expect(found(folder)).toEqual(FACT);
  expect(found(folder, 'v1', { id: 9, runId: 'r2', record: 'evidence/y#7', capturedAt: '' })).toEqual(FACT);
});

it.each<Partial<Capture>>([
  { url: 'http://a.example/2' },
  { finalUrl: 'http://a.example/2' },
  { contentType: 'text/plain' },
  { view: 'rendered' },
  { sha256: 'ac' },
  { payloadRecord: 'evidence/x#2' },
])('knows nothing of another capture: %o', (over) => {
  const folder = temporaryFolder();
  kept(folder);
  expect(found(folder, 'v1', over)).toBeUndefined();
  expect(found(folder, 'v1', {}, 'column')).toBeUndefined();
});

it('forgets what was read in another way', () => {
  const folder = temporaryFolder();
  kept(folder);
  expect(found(folder, 'v2')).toBeUndefined();
  expect(found(folder, 'v1')).toBeUndefined();
});

it('makes a damaged file anew', () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'facts.db'),
    'something else altogether, longer than a header of a database file would be',
  );
  kept(folder);
  expect(found(folder)).toEqual(FACT);
});

it('trusts no fact that is damaged or another one’s', () => {
  const folder = temporaryFolder();
  kept(folder);
  const database = openDatabase(join(folder, 'facts.db'), {});
  const [{ fact } = { fact: Buffer.alloc(0) }] = database.prepare<[], { fact: Buffer }>('select fact from facts').all();
  const put = database.prepare('update facts set fact = ?');
  const damaged = Buffer.from(fact);
  damaged[fact.length - 6] = (damaged[fact.length - 6] ?? 0) ^ 1;
  for (const other of [damaged, Buffer.concat([Buffer.alloc(32), fact.subarray(32)]), Buffer.alloc(0)]) {
    put.run(other);
    expect(found(folder)).toBeUndefined();
  }
  put.run(fact);
  expect(found(folder)).toEqual(FACT);
  database.close();
});

it('does without a file where none can be made', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const nowhere = join(folder, 'file');
  kept(nowhere);
  expect(found(nowhere)).toBeUndefined();
  expect(readFileSync(nowhere, 'utf8')).toBe('');
});
