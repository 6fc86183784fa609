import process from 'node:process';
import { isExecutable, onPath } from './system.mjs';

/** Where Chromium and Chrome are installed by the usual packages, in the order in which they are tried. */
export const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const PLAYWRIGHT_PATH = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";

/** Where Playwright keeps the browser that it downloads itself; asked in a child, since loading it is slow. */
async function playwrightBrowser(run) {
  const { ok, output } = await run(process.execPath, ['--input-type=module', '-e', PLAYWRIGHT_PATH]);
  const file = output.trim().split('\n').at(-1);
  return ok && file && isExecutable(file) ? file : null;
}

/**
 * The browser that renders columns filled by script, or null. XUNJIAN_CHROMIUM decides alone where it is
 * set: whoever names a browser does not want another one.
 */
export async function findBrowser({ env, run }, systemBrowsers = SYSTEM_BROWSERS) {
  if (env.XUNJIAN_CHROMIUM) return isExecutable(env.XUNJIAN_CHROMIUM) ? env.XUNJIAN_CHROMIUM : null;
  return systemBrowsers.find(isExecutable) ?? (await playwrightBrowser(run));
}

/** True where some installed font has Chinese. Without fontconfig's own word for it there is none. */
export async function hasChineseFont({ env, run }, platform = process.platform) {
  if (platform === 'darwin' || platform === 'win32') return true;
  const command = onPath('fc-list', env);
  if (command === null) return false;
  const { ok, output } = await run(command, [':lang=zh', 'file']);
  return ok && output.trim() !== '';
}
