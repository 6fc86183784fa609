import path from 'node:path';
import process from 'node:process';
import { findBrowser, hasChineseFont, SYSTEM_BROWSERS } from './browser.mjs';
import { lastLines } from './command.mjs';
import { aptAdvice } from './system.mjs';

const BROWSER_PACKAGES = ['chromium'];
const FONT_PACKAGES = ['fonts-wqy-microhei', 'fontconfig'];
const DOWNLOAD_LIMIT_MS = 10 * 60_000;

/** Playwright's own download, for machines where Debian's packages cannot be installed. */
const download = ({ root, run }) =>
  run(process.execPath, [path.join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    timeoutMs: DOWNLOAD_LIMIT_MS,
  });

async function look(context, systemBrowsers) {
  return { browser: await findBrowser(context, systemBrowsers), font: await hasChineseFont(context) };
}

/** What cannot be done without the parts that are still missing, and how a person gets them. */
function missingNotice({ browser, font }, env) {
  const lines = [];
  if (browser === null) {
    lines.push(
      env.XUNJIAN_CHROMIUM
        ? `环境变量 XUNJIAN_CHROMIUM 指向的浏览器不可用：${env.XUNJIAN_CHROMIUM}`
        : `未能安装浏览器。请手工安装：${aptAdvice([...BROWSER_PACKAGES, ...FONT_PACKAGES])}`,
      '其余功能不受影响；由脚本填充的栏目将记为“未能读取”，不作缺失认定，浏览器测试按名称列出并跳过。',
    );
  }
  if (!font) {
    lines.push(`未能安装中文字体，网页截图中的汉字可能显示为方框。请手工安装：${aptAdvice(FONT_PACKAGES)}`);
  }
  return lines;
}

/**
 * Provides a browser and a Chinese font where that is possible. Never fails the set-up: without them the
 * program still works and says what it could not read. A failure is not stored, so the next run tries again.
 */
export async function browserStep(context, systemBrowsers = SYSTEM_BROWSERS) {
  const { env, note, warn, apt } = context;
  const before = await look(context, systemBrowsers);
  const wantsBrowser = before.browser === null && !env.XUNJIAN_CHROMIUM;
  if (!wantsBrowser && before.font) {
    missingNotice(before, env).forEach(warn);
    return null;
  }
  let failure = '';
  if (apt) {
    note('正在安装浏览器与中文字体…');
    const packages = [...(wantsBrowser ? BROWSER_PACKAGES : []), ...(before.font ? [] : FONT_PACKAGES)];
    const { ok, output } = await apt(packages);
    if (!ok) failure = output;
  }
  if (wantsBrowser && (await findBrowser(context, systemBrowsers)) === null) {
    note('正在下载浏览器…');
    const { ok, output } = await download(context);
    if (!ok) failure = output;
  }
  const after = await look(context, systemBrowsers);
  const notice = missingNotice(after, env);
  if (notice.length === 0) return '浏览器与中文字体已就绪';
  if (failure) warn(lastLines(failure, 4));
  notice.forEach(warn);
  return null;
}
