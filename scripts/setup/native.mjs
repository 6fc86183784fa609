import process from 'node:process';
import { lastLines, npmCommand } from './command.mjs';
import { SetupError } from './error.mjs';
import { headersPrefix } from './headers.mjs';
import { aptAdvice, onPath } from './system.mjs';

const TOOLS = ['python3', 'make', 'g++'];

/** Loads the module in a process of its own: a module of another Node major may end the process. */
const loads = (run) => run(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"]);

/** `npm rebuild` runs the packages' install scripts: a prebuilt binary where one can be had, else a compilation. */
async function rebuild({ env, run }) {
  const npm = npmCommand(env);
  const configured = await run(npm.command, [...npm.args, 'config', 'get', 'nodedir']);
  const setting = configured.ok ? configured.output.trim().split('\n').at(-1) : undefined;
  // An empty value takes back a setting that names another Node's headers; in the environment npm would overlook it.
  const headers = `--nodedir=${headersPrefix(setting) ?? ''}`;
  return run(npm.command, [...npm.args, 'rebuild', '--ignore-scripts=false', headers, 'better-sqlite3', 'esbuild']);
}

/** Makes better-sqlite3 load under the running Node; installs the compiler where that is what lacks. */
export async function nativeStep(context) {
  const { env, run, note, apt } = context;
  if ((await loads(run)).ok) return null;
  note('正在准备数据库模块（无预编译文件时需编译，约1至2分钟）…');
  let built = await rebuild(context);
  const missing = TOOLS.filter((tool) => onPath(tool, env) === null);
  if (!built.ok && missing.length > 0 && apt) {
    note(`缺少编译工具 ${missing.join('、')}，正在安装…`);
    const installed = await apt(TOOLS);
    if (!installed.ok) {
      throw new SetupError('编译工具安装失败', `请手工安装后重试：${aptAdvice(TOOLS)}`, lastLines(installed.output));
    }
    built = await rebuild(context);
  }
  if (!built.ok) {
    const remedy =
      missing.length > 0
        ? `请安装编译工具后重试：${aptAdvice(TOOLS)}`
        : `请确认编译工具可用，且本机有 Node ${process.versions.node} 的头文件（include/node），然后重新运行 npm run setup。`;
    throw new SetupError('数据库模块 better-sqlite3 编译失败', remedy, lastLines(built.output));
  }
  const loaded = await loads(run);
  if (loaded.ok) return '数据库模块已就绪';
  throw new SetupError(
    '数据库模块 better-sqlite3 无法加载',
    '请删除 node_modules 目录后重新运行 npm run setup。',
    lastLines(loaded.output),
  );
}
