import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { browserStep } from './browser-install.mjs';
import { buildStep } from './build.mjs';
import { childEnvironment, commandRunner } from './command.mjs';
import { SetupError } from './error.mjs';
import { nativeStep } from './native.mjs';
import { packagesStep } from './packages.mjs';
import { aptInstaller, canUseApt } from './system.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const LOG_FILE = path.join(ROOT, 'node_modules', '.cache', 'xunjian', 'setup.log');
const USAGE = '用法：npm run setup [-- --no-browser]\n  --no-browser  不安装浏览器与中文字体';

const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

/**
 * Does every step that is not done yet and says so in Chinese.
 *
 * @param {readonly string[]} argv
 * @returns {Promise<number>} the exit code: 0 ready, 1 a step failed, 2 wrong usage
 */
export async function setUp(argv) {
  if (argv.some((argument) => argument !== '--no-browser')) {
    console.error(USAGE);
    return 2;
  }
  const begun = performance.now();
  const env = childEnvironment(process.env);
  const run = commandRunner({ root: ROOT, logFile: LOG_FILE, env });
  const context = {
    root: ROOT,
    env,
    run,
    // How to install Debian packages, or null where this machine or user cannot.
    apt: canUseApt(env) ? aptInstaller(run) : null,
    note: (text) => console.log(`  ${text}`),
    warn: (text) => console.warn(`  ! ${text}`),
  };
  const steps = [packagesStep, nativeStep, buildStep, ...(argv.includes('--no-browser') ? [] : [browserStep])];
  try {
    for (const step of steps) {
      const since = performance.now();
      const done = await step(context);
      if (done !== null) console.log(`✓ ${done}（${seconds(since)} 秒）`);
    }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`✗ ${error.message}`);
    if (error.output) console.error(error.output.replace(/^/gm, '    '));
    console.error(`  处理办法：${error.remedy}`);
    console.error(`  详细日志：${path.relative(process.cwd(), LOG_FILE)}`);
    return 1;
  }
  console.log(`环境已就绪（${seconds(begun)} 秒）`);
  return 0;
}
