import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoConsole } from './support/demo-console.ts';
import { BROWSER, looksRight, openBrowser } from './support/web-browser.ts';

/** A night over three units, and both stories after it, on a machine that does other things too. */
const PATIENCE = 600_000;
const OWN = '自己的长密码一二三四';

async function logIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('原密码').fill(password);
  await page.getByLabel('新密码', { exact: false }).first().fill(OWN);
  await page.getByLabel('再次输入新密码').fill(OWN);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('status').filter({ hasText: '密码已修改' }).waitFor();
}

/** An account made in the page; gives its one-time password. */
async function makeAccount(page: Page, login: string, role: string, unit?: string): Promise<string> {
  await page.goto('/accounts');
  const form = page.getByRole('region', { name: '建立账号' });
  await form.getByLabel('登录名').fill(login);
  await form.getByLabel('姓名或名称').fill(`${login}账号`);
  await form.getByLabel('角色').selectOption({ label: role });
  if (unit !== undefined) await form.getByLabel('所属单位').selectOption({ label: unit });
  await form.getByRole('button', { name: '建立' }).click();
  const told = await page.locator('.notice.done').innerText();
  return /一次性密码：(\S+)/.exec(told)?.[1] ?? '';
}

describe.skipIf(BROWSER === null)('the console, walked in a browser (needs one)', () => {
  it(
    'leads an inspector from the night to the bulletin, and a unit from its self-check to its feedback',
    async () => {
      const { demo, origin, first } = await demoConsole(['齐都镇', '区科技局', '辛店街道']);
      const { window, complaints } = await openBrowser(origin);

      const chief = await window();
      await logIn(chief, first.account.login, first.password);
      await looksRight(chief, '01-before-the-first-night');
      const passwords = {
        inspector: await makeAccount(chief, 'jiancha', '检查人员'),
        unit: await makeAccount(chief, 'qidu', '单位', '齐都镇'),
      };
      await looksRight(chief, '02-accounts');

      // The night, followed while it runs.
      const inspector = await window();
      await logIn(inspector, 'jiancha', passwords.inspector);
      await inspector.goto('/jobs');
      await inspector.getByRole('button', { name: '启动夜间取证' }).click();
      await inspector.getByText(/正在取证：已读\d+页/).waitFor();
      await looksRight(inspector, '03-a-night-runs');
      await inspector
        .getByText(/已完成：读取\d+页/)
        .first()
        .waitFor({ timeout: PATIENCE });
      await looksRight(inspector, '04-the-night-is-done');

      // The review: one finding by the keyboard, one in detail, the rest together.
      await inspector.goto('/');
      await inspector.getByRole('heading', { name: '总览' }).waitFor();
      await looksRight(inspector, '05-overview');
      await inspector.goto('/findings?weight=charged&standing=pending');
      await looksRight(inspector, '06-findings');
      await inspector.getByRole('link', { name: /指南/ }).first().click();
      const captured = inspector.frameLocator('iframe').first();
      await captured.locator('body').waitFor();
      await looksRight(inspector, '07-one-finding');
      await inspector.keyboard.press('a');
      await inspector.getByRole('status').filter({ hasText: '已审核' }).waitFor();
      await inspector.goto('/findings?weight=charged&standing=pending');
      await inspector.locator('input[data-all]').check();
      await inspector.getByLabel('审核意见').first().selectOption({ label: '确认' });
      await inspector
        .getByRole('button', { name: /提交|审核/ })
        .first()
        .click();
      await inspector.getByRole('status').filter({ hasText: '已审核' }).waitFor();

      await inspector.goto('/coverage');
      await looksRight(inspector, '08-coverage');
      await inspector.goto('/scorecards');
      await looksRight(inspector, '09-scorecards');
      await inspector.getByRole('link', { name: '齐都镇' }).first().click();
      await looksRight(inspector, '10-scorecard');
      for (const [name, path] of [
        ['11-registers', '/registers'],
        ['12-register', '/registers/submissions'],
        ['13-units', '/units'],
        ['14-unread', '/unread'],
        ['15-log', '/log'],
      ] as const) {
        await inspector.goto(path);
        await looksRight(inspector, name);
      }

      // The bulletin.
      await inspector.goto('/bulletins/2023Q2');
      await looksRight(inspector, '16-bulletin-draft');
      await inspector.getByLabel('印发日期').fill('2023-08-08');
      await inspector.getByLabel('整改期限').fill('2023-08-11');
      await inspector.getByRole('button', { name: /印发/ }).click();
      await inspector.getByRole('status').filter({ hasText: '印发' }).waitFor();
      const download = inspector.waitForEvent('download');
      await inspector
        .getByRole('link', { name: /通报\.docx/ })
        .first()
        .click();
      expect((await download).suggestedFilename()).toMatch(/2023年第二季度.*通报\.docx$/);
      await inspector.goto('/rectification');
      await looksRight(inspector, '17-rectification');

      // The unit: self-check, a page that is put right, feedback, re-check.
      const unit = await window();
      await logIn(unit, 'qidu', passwords.unit);
      await looksRight(unit, '20-unit-home');
      await unit.goto('/self-check');
      await unit.getByRole('button', { name: /自查/ }).first().click();
      await unit
        .getByText(/正在取证：已读\d+页|正在判定/)
        .first()
        .waitFor();
      await looksRight(unit, '21-self-check-runs');
      await unit
        .getByText(/指南.*未更新/)
        .first()
        .waitFor({ timeout: PATIENCE });
      await looksRight(unit, '22-self-check');
      await unit.goto('/agenda');
      await looksRight(unit, '23-agenda');
      await unit.goto('/findings');
      await looksRight(unit, '24-unit-findings');
      expect(await unit.locator('body').innerText()).not.toContain('区科技局');

      demo.mend('齐都镇', 'guide');
      await unit.goto('/rectification');
      await looksRight(unit, '25-unit-rectification');
      const item = unit.locator('form.feedback').first();
      await item.locator('textarea').fill('已将信息公开指南更新至2023年。');
      await item.getByRole('button', { name: '提交并核查' }).click();
      await unit
        .getByText(/已整改/)
        .first()
        .waitFor({ timeout: PATIENCE });
      await looksRight(unit, '26-fixed');

      await inspector.goto('/rectification');
      await inspector.getByText('已将信息公开指南更新至2023年。').first().waitFor();
      await looksRight(inspector, '27-feedback-arrived');
      expect(complaints).toEqual([]);
    },
    PATIENCE,
  );
});
