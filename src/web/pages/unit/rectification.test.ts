import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';
import type { CivilDate } from '../../../model/civil-date.ts';
import { findingNumber } from '../../../report/finding-number.ts';

/** The district with its first bulletin out. */
async function publishedDistrict(rectifyBy = '2023-06-20') {
  const made = await consoleDistrict();
  const { board, inspection } = made.console;
  const audit = (await board.quarter()).decided();
  const days = { publishedOn: '2023-06-05' as CivilDate, rectifyBy: rectifyBy as CivilDate };
  await inspection.bulletins.publish({ audit, ...days });
  const numberOf = (unit: string, check: string): string =>
    findingNumber(audit.verdicts.find((one) => one.unit === unit && one.check === check)?.id ?? '');
  return { ...made, numberOf };
}

describe('what a unit has to put right', () => {
  it('is nothing before any bulletin', async () => {
    const { as } = await consoleDistrict();
    expect(await (await as('yi')).page('/rectification')).toContain('没有需要本单位整改的事项');
  });

  it('stands on its page with deadline and days left, its own alone', async () => {
    const { as, numberOf } = await publishedDistrict();
    const yi = await as('yi');
    const page = await yi.page('/rectification');
    expect(page).toContain('整改反馈期限2023年6月20日');
    expect(page).toContain('还有14天');
    expect(page).toContain(`id="item-${numberOf('yi', 'guide')}"`);
    expect(page).not.toContain(numberOf('jia', 'guide'));
    expect(await yi.page('/')).toContain('通报有2项尚未整改到位');
  });

  it('is reported on, and looked at again at once', async () => {
    const { console, as, numberOf } = await publishedDistrict();
    const yi = await as('yi');
    const number = numberOf('yi', 'guide');
    const sent = { text: '已于6月6日更新。', link: 'http://shili.localhost/yi/guide/' };
    expect((await yi.post(`/findings/${number}/feedback`, sent)).status).toBe(303);
    const page = await yi.page('/rectification');
    expect(page).toContain('情况已提交');
    expect(page).toContain('已于6月6日更新。');
    expect(page).toContain('再次反馈');
    const [job] = await console.store.jobs.queue();
    expect(job).toMatchObject({ kind: 'recheck', unit: 'yi' });
    expect(page).toContain(`sse-connect="/jobs/${job?.id}/events"`);
    expect(page).not.toContain('逾期反馈');
  });

  it('follows one re-check live, and renews the others with it', async () => {
    const { as, numberOf } = await publishedDistrict();
    const yi = await as('yi');
    const numbers = [numberOf('yi', 'guide'), numberOf('yi', 'periodic')];
    for (const number of numbers) await yi.post(`/findings/${number}/feedback`, { text: '已整改。', link: '' });
    const page = await yi.page('/rectification');
    expect(page.match(/sse-connect=/g)).toHaveLength(1);
    expect(page).toContain(`hx-select-oob="#look-`);
  });

  it('keeps what was typed where it cannot be taken', async () => {
    const { console, as, numberOf } = await publishedDistrict();
    const yi = await as('yi');
    const number = numberOf('yi', 'guide');
    const wrong = await yi.post(`/findings/${number}/feedback`, {
      text: '已更新<b>',
      link: 'http://elsewhere.example/',
    });
    expect(wrong.status).toBe(400);
    const page = await wrong.text();
    expect(page).toContain('整改后的网页地址不正确');
    expect(page).toContain('已更新&lt;b&gt;');
    expect(page).toContain('http://elsewhere.example/');
    expect((await yi.post(`/findings/${number}/feedback`, { text: ' ', link: '' })).status).toBe(400);
    expect(await console.store.jobs.queue()).toEqual([]);
  });

  it('is marked late after its last day', async () => {
    const { as, numberOf } = await publishedDistrict('2023-06-05');
    const yi = await as('yi');
    expect(await yi.page('/rectification')).toContain('已逾期1天');
    await yi.post(`/findings/${numberOf('yi', 'guide')}/feedback`, { text: '已更新。', link: '' });
    expect(await yi.page('/rectification')).toContain('逾期反馈');
  });

  it('is for the unit itself to report on: no other unit, and no inspector', async () => {
    const { console, as, numberOf } = await publishedDistrict();
    const path = `/findings/${numberOf('yi', 'guide')}/feedback`;
    expect((await (await as('jia')).post(path, { text: '已更新。', link: '' })).status).toBe(404);
    expect((await (await as('inspector')).post(path, { text: '已更新。', link: '' })).status).toBe(403);
    expect(await console.inspection.feedback.of('2023Q2')).toEqual([]);
  });
});
