import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';

describe('the page of jobs', () => {
  it('shows what runs, what waits in which order, and who asked, to those who look after the district', async () => {
    const { console, actor, as } = await consoleDistrict();
    const inspector = await as('inspector');
    expect((await inspector.post('/jobs/night')).headers.get('location')).toBe('/jobs');
    expect((await inspector.post('/jobs/audit')).status).toBe(303);
    await (await as('jia')).post('/self-check');
    const page = await inspector.page('/jobs');
    const order = ['单位自查', '重新判定', '夜间取证'].map((kind) => page.indexOf(`>${kind}</a>`));
    expect(order.every((at) => at > 0)).toBe(true);
    expect([...order].sort((one, other) => one - other)).toEqual(order);
    expect(page).toContain('甲局经办');
    expect(page).toContain('排队中，前面还有2项');
    expect(page).toContain('没有设置定时夜间取证');
    const actions = (await console.inspection.log.entries({ limit: 3 })).map(({ action, byName }) => [action, byName]);
    expect(actions).toEqual([
      ['self-check', actor('jia').name],
      ['start-audit', actor('inspector').name],
      ['start-night', actor('inspector').name],
    ]);
  });

  it('is for nobody else, who can start nothing either', async () => {
    const { console, as } = await consoleDistrict();
    for (const person of ['reader', 'jia'] as const) {
      const one = await as(person);
      expect((await one.get('/jobs')).status).toBe(403);
      expect((await one.post('/jobs/night')).status).toBe(403);
      expect((await one.post('/jobs/audit')).status).toBe(403);
    }
    expect(await console.store.jobs.queue()).toEqual([]);
  });

  it('keeps jobs of other units and of the district from a unit: they are not there', async () => {
    const { console, actor, as } = await consoleDistrict();
    const { id: foreign } = await console.jobs.ask('self-check', 'yi', null, actor('yi').id);
    const { id: whole } = await console.jobs.ask('night', null, null, null);
    const { id: own } = await console.jobs.ask('self-check', 'jia', null, actor('jia').id);
    const jia = await as('jia');
    for (const id of [foreign, whole, 'nothing']) {
      expect((await jia.get(`/jobs/${id}`)).status).toBe(404);
      expect((await jia.get(`/jobs/${id}/events`)).status).toBe(404);
      expect((await jia.post(`/jobs/${id}/cancel`, { back: '/self-check' })).status).toBe(404);
    }
    expect(await jia.page(`/jobs/${own}`)).toContain('排队中');
    expect((await jia.post(`/jobs/${own}/cancel`, { back: '/self-check' })).headers.get('location')).toBe(
      '/self-check',
    );
    expect((await console.store.jobs.get(own))?.state).toBe('cancelled');
    expect((await console.store.jobs.get(foreign))?.state).toBe('waiting');
    expect((await jia.post(`/jobs/${own}/cancel`, { back: '/self-check' })).status).toBe(409);
  });

  it('lets a reader look at a job and not touch it', async () => {
    const { console, as } = await consoleDistrict();
    const { id } = await console.jobs.ask('self-check', 'yi', null, null);
    const reader = await as('reader');
    expect(await reader.page(`/jobs/${id}`)).not.toContain(`/jobs/${id}/cancel`);
    expect((await reader.post(`/jobs/${id}/cancel`)).status).toBe(403);
    expect((await console.store.jobs.get(id))?.state).toBe('waiting');
  });

  it('writes into the log who cancelled what', async () => {
    const { console, as } = await consoleDistrict();
    const { id } = await console.jobs.ask('self-check', 'yi', null, null);
    const inspector = await as('inspector');
    const answer = await inspector.post(`/jobs/${id}/cancel`, { back: 'https://elsewhere.example/' });
    expect(answer.headers.get('location')).toBe('/');
    expect(await inspector.page('/jobs')).toContain('已取消');
    const [entry] = await console.inspection.log.entries({ action: 'cancel-job', limit: 1 });
    expect(entry).toMatchObject({ unit: 'yi', after: { job: id, summary: '单位自查' } });
  });
});
