import { describe, expect, it } from 'vitest';
import { consoleDistrict } from '../../../../test/support/console.ts';

describe('the overview', () => {
  it('says where the quarter stands, to those who look after the district', async () => {
    const { as } = await consoleDistrict();
    for (const person of ['administrator', 'inspector', 'reader'] as const) {
      const page = await (await as(person)).page('/');
      expect(page).toContain('2023年第二季度');
      expect(page).toContain('待审核减分问题');
      expect(page).toContain('信息公开指南');
    }
  });

  it('is not for strangers, who are asked to log in and led back', async () => {
    const { app } = await consoleDistrict();
    const answer = await app.request('/?period=2023Q2', {}, { incoming: { socket: {} } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login']);
  });
});
