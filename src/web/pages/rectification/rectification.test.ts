import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { consoleDistrict, TODAY } from '../../../../test/support/console.ts';
import { decideFindings } from '../../../app/console/decide-findings.ts';
import { freezeBulletin } from '../../../app/console/freeze-bulletin.ts';
import { rectifications } from '../../../app/console/rectification.ts';
import type { CivilDate } from '../../../model/civil-date.ts';
import type { Recheck } from '../../../model/feedback.ts';

const DUE = '2023-06-09' as CivilDate;

/** A district whose bulletin went out today. */
async function published() {
  const district = await consoleDistrict();
  const { console, actor } = district;
  const quarter = await console.board.quarter();
  const findings = quarter.findings.filter(({ group }) => group !== null).map(({ number }) => ({ number, seen: 0 }));
  const decision = { period: '2023Q2', findings, kind: 'accepted', points: null, reason: '' } as const;
  await decideFindings(console, actor('inspector'), decision);
  await freezeBulletin(console, actor('inspector'), { period: '2023Q2', publishedOn: TODAY, rectifyBy: DUE });
  /** Puts a report of a unit on record, with what a re-check saw where there was one. */
  const report = async (unit: string, on: string, recheck: Recheck | null = null): Promise<string> => {
    const [one] = (await rectifications(console, actor('inspector'))).filter((item) => item.unit === unit);
    const { finding = '' } = one?.item ?? {};
    const said = { text: `${unit}已重新发布`, link: 'http://shili.localhost/gk/new.html', byName: '经办人' };
    const feedback = { period: '2023Q2', finding, unit, ...said, at: `${on}T03:00:00Z`, on: on as CivilDate };
    const [entry] = await console.inspection.log.entries({ limit: 1 });
    if (!entry) throw new Error('the log is empty');
    await console.inspection.feedback.put(feedback, { ...entry, action: 'feed-back', subject: finding, unit });
    if (recheck) await console.inspection.feedback.rechecked(finding, recheck);
    return one?.number ?? '';
  };
  return { ...district, report };
}

const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('what is to be put right', () => {
  it('is nothing before a bulletin', async () => {
    const { as } = await consoleDistrict();
    expect(await (await as('inspector')).page('/rectification')).toContain('还没有印发通报');
  });

  it('is listed by unit with its deadline and how far it is', async () => {
    const { as, report } = await published();
    const seen = (outcome: Recheck['outcome'], text: string, at = '2023-06-07T04:00:00Z') => ({ outcome, text, at });
    const number = await report('jia', '2023-06-07', seen('fixed', '指南已更新至2023年'));
    await report('bing', '2023-06-10', seen('not-fixed', '指南仍未更新', '2023-06-10T04:00:00Z'));
    const page = await (await as('inspector')).page('/rectification');
    const text = textOf(page);
    expect(text).toContain('2023年第二季度通报，2023年6月6日印发，整改期限2023年6月9日');
    expect(text).toContain('全部 4 逾期未反馈 0 待反馈 2 待复查 0 未整改 1 已整改 1');
    expect(text).toMatch(
      /甲局 .*2023-06-09 jia已重新发布 .*经办人 2023-06-07 11:00 已整改 指南已更新至2023年 2023-06-07 12:00/,
    );
    expect(text).toContain('经办人 2023-06-10 11:00 逾期反馈');
    expect(page).toContain(`href="/findings/${number}?period=2023Q2"`);
    // What is fixed need not be looked at again.
    expect(page).not.toContain(`action="/findings/${number}/recheck"`);
    expect(page.match(/action="\/findings\/[0-9A-F]{8}\/recheck"/g)).toHaveLength(3);
  });

  it('is not late where the unit adds something to what it said in time', async () => {
    const { as, report } = await published();
    await report('jia', '2023-06-08');
    await report('jia', '2023-06-12');
    const text = textOf(await (await as('inspector')).page('/rectification?unit=jia'));
    expect(text).toContain('经办人 2023-06-12 11:00');
    expect(text).not.toContain('逾期反馈');
  });

  it('is filtered by unit and by how far it is', async () => {
    const { as, report } = await published();
    await report('jia', '2023-06-07');
    const inspector = await as('inspector');
    const waiting = textOf(await inspector.page('/rectification?progress=awaiting-recheck'));
    expect(waiting).toContain('jia已重新发布');
    expect(waiting).toContain('共1个整改事项');
    const unit = textOf(await inspector.page('/rectification?unit=yi'));
    expect(unit).toContain('全部 2 逾期未反馈 0 待反馈 2');
    expect(textOf(await inspector.page('/rectification?unit=jia&progress=fixed'))).toContain('没有符合条件的整改事项');
    expect(textOf(await inspector.page('/rectification?progress=nonsense&page=-3'))).toContain('共4个整改事项');
  });

  it('is due when the register says so', async () => {
    const { as, console } = await published();
    const file = join(dirname(console.files.targets), 'registers', 'feedback.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('甲局,2023Q2,2023-06-09', '甲局,2023Q2,2023-06-16'));
    const text = textOf(await (await as('reader')).page('/rectification'));
    expect(text).toMatch(/甲局 .*2023-06-16 未反馈/);
    expect(text).toMatch(/乙局 .*2023-06-09 未反馈/);
  });

  it('is looked at by readers, who ask for nothing', async () => {
    const { as } = await published();
    expect(await (await as('reader')).page('/rectification')).not.toContain('/recheck');
  });
});
