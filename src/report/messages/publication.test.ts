import { describe, expect, it } from 'vitest';
import { AUDIENCE, bulletinOf, item } from './audience.fixture.ts';
import { publicationMessages } from './publication.ts';

const BULLETIN = bulletinOf({ sfj: [item('a'), item('b')], tjj: [], gone: [item('x')] });

describe('a published bulletin', () => {
  it('is told to the units that it names, with items and deadline, and to the groups in figures', () => {
    const drafts = publicationMessages({ ...AUDIENCE, bulletin: BULLETIN, version: 1 });
    expect(drafts.map(({ about }) => about)).toEqual([
      'published/2023Q2/v1/sfj/mail/sfj@example.gov.cn',
      'published/2023Q2/v1/sfj/mail/sfj2@example.gov.cn',
      'published/2023Q2/v1/wecom/工作群',
      'published/2023Q2/v1/dingtalk/检查组',
    ]);
    const [letter, , group] = drafts;
    expect(letter?.subject).toBe(
      '【巡检】区司法局：2023年第二季度政务公开通报已发布，有2项请于2023年8月11日前整改反馈',
    );
    expect(letter?.body).toContain('1. a的问题（减分问题）\n2. b的问题（减分问题）');
    expect(group?.body).toContain('区司法局：2项');
    expect(group?.body).not.toContain('a的问题');
  });

  it('is told again when it was corrected', () => {
    const [letter] = publicationMessages({ ...AUDIENCE, bulletin: BULLETIN, version: 2 });
    expect(letter?.about).toContain('/v2/');
    expect(letter?.subject).toContain('（第2版，更正）');
  });

  it('that names nothing is told to nobody', () => {
    const bulletin = bulletinOf({ sfj: [], tjj: [] });
    expect(publicationMessages({ ...AUDIENCE, bulletin, version: 1 })).toEqual([]);
  });
});
