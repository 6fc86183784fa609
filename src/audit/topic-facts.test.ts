import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnAt, documentAt, factsOf, gapAt, unreadAt, unreadFile } from './facts.fixture.ts';
import { topicFacts } from './topic-facts.ts';

const column = columnAt('http://a/list/');
const a = documentAt('http://a/list/1', column, { title: '甲' });
const b = documentAt('http://a/list/2', column, { title: '乙' });
const dark = unreadAt('http://a/list/3', column, { title: '丙' });
const never = { match: () => false };
const isA = { match: ({ title }: { title: string }) => title === '甲' };

describe('find', () => {
  it('needs one match only, whatever else is unread', () => {
    expect(topicFacts([factsOf(column, [dark, a], [gapAt('http://a/list/p2')])]).find(isA)).toMatchObject({
      kind: 'present',
      value: a,
    });
  });
  it('is absent with every page that was read as proof', () => {
    const found = topicFacts([factsOf(column, [a, b])]).find(never);
    expect(found.kind === 'absent' && found.coverage.refs.map(({ url }) => url)).toEqual([column.url, a.url, b.url]);
  });
  it('is unknown while a list page is unread', () => {
    expect(topicFacts([factsOf(column, [a], [gapAt('http://a/list/p2')])]).find(never)).toMatchObject({
      kind: 'unknown',
      why: 'not-fetched',
    });
  });
  it('never takes a document that only a list names, even where the match says so', () => {
    expect(topicFacts([factsOf(column, [dark])]).find({ match: () => true })).toMatchObject({
      kind: 'unknown',
      why: 'blocked',
    });
  });
  it('leaves such a document out where its title rules it out, and does not cite it', () => {
    const found = topicFacts([factsOf(column, [dark])]).find({ ...never, ruledOutByTitle: (title) => title === '丙' });
    expect(found.kind === 'absent' && found.coverage.refs.map(({ url }) => url)).toEqual([column.url]);
  });
  it('does not believe a no about a document whose text could not be read', () => {
    const unparsed = documentAt('http://a/list/4', column, {
      body: { ok: false, why: 'unparsed', detail: '无正文', ref: null },
    });
    expect(topicFacts([factsOf(column, [unparsed])]).find(never)).toMatchObject({ kind: 'unknown', why: 'unparsed' });
  });
  it('asks for an unread attachment only where the match says that it decides', () => {
    const facts = topicFacts([
      factsOf(column, [documentAt('http://a/list/5', column, { attachments: [unreadFile()] })]),
    ]);
    expect(facts.find(never).kind).toBe('absent');
    const depends = { match: () => ({ unsure: 'unreadable-attachment', detail: '见附件' }) as const };
    expect(facts.find(depends)).toMatchObject({ kind: 'unknown', why: 'unreadable-attachment' });
    expect(facts.whole()).toMatchObject({ kind: 'unknown', why: 'unreadable-attachment' });
  });
  it('looks in every column of the topic', () => {
    const other = columnAt('http://a/other/');
    expect(topicFacts([factsOf(column, [b]), factsOf(other, [], [gapAt(other.url)])]).find(isA).kind).toBe('unknown');
    expect(
      topicFacts([factsOf(column, [b]), factsOf(other, [documentAt('http://a/other/1', other, { title: '甲' })])]).find(
        isA,
      ).kind,
    ).toBe('present');
  });
  it('is unknown, not absent, without any column', () => expect(topicFacts([]).find(never).kind).toBe('unknown'));
});

describe('select', () => {
  it('gives all matches with proof that there is no other', () => {
    const found = topicFacts([factsOf(column, [a, b])]).select({ match: () => true });
    expect(found).toMatchObject({ kind: 'present', value: [a, b] });
  });
  it('is unknown where one more could be there', () => {
    expect(topicFacts([factsOf(column, [a, dark])]).select(isA)).toMatchObject({ kind: 'unknown', why: 'blocked' });
  });
  it('still sifts out what matches for certain', () => {
    expect(topicFacts([factsOf(column, [a, dark])]).sift(isA)).toMatchObject({ found: [a], rest: { kind: 'unknown' } });
  });
});

it('absence is never proven where any list page, document or answer is missing', () => {
  const part = fc.record({ gap: fc.boolean(), unread: fc.boolean(), unsure: fc.boolean() });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const facts = parts.map(({ gap, unread, unsure }, i) => {
        const here = columnAt(`http://a/${i}/`);
        const document = (unread ? unreadAt : documentAt)(`http://a/${i}/1`, here, { title: unsure ? '疑' : '否' });
        return factsOf(here, [document], gap ? [gapAt(`http://a/${i}/p2`)] : []);
      });
      const answer = topicFacts(facts).find({
        match: ({ title }) => (title === '疑' ? { unsure: 'unparsed', detail: title } : false),
      });
      expect(answer.kind).toBe(parts.some((one) => one.gap || one.unread || one.unsure) ? 'unknown' : 'absent');
    }),
  );
});
