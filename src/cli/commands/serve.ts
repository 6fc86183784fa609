import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { firstAdministrator } from '../../app/console/accounts/accounts.ts';
import { type OpenConsole, openConsole } from '../../app/console/open-console.ts';
import { loadSettings } from '../../app/load-settings.ts';
import { pause } from '../../app/messages/pause.ts';
import type { CivilDate } from '../../model/civil-date.ts';
import type { ConsoleSettings } from '../../model/console-settings.ts';
import { EXIT } from '../../model/user-error.ts';
import { serveConsole } from '../../web/server.ts';
import { untilInterrupted } from '../interrupt.ts';
import { flags } from '../options.ts';

interface Options {
  targets: string;
  rulebook?: string;
  registers?: string;
  data: string;
  asOf?: CivilDate;
  checks: string[];
  settings?: string;
  host?: string;
  port?: number;
  out?: string;
  quiet: boolean;
  verbose: boolean;
}

export const serveCommand = (ended: (code: number) => void): Command =>
  new Command('serve')
    .description('启动控制台：检查人员审核、单位自查和反馈；按 console.yaml 定时巡检、发送提醒')
    .addOption(flags.targets())
    .addOption(flags.rulebook())
    .addOption(flags.data())
    .addOption(flags.registers())
    .addOption(flags.asOf())
    .addOption(flags.checks())
    .addOption(new Option('--settings <文件>', '控制台设置（默认为巡检对象文件旁的 console.yaml，可没有）'))
    .addOption(new Option('--host <地址>', '监听地址（默认用控制台设置中的）'))
    .addOption(new Option('--port <端口>', '监听端口（默认用控制台设置中的，0 为任意空闲端口）').argParser(asPort))
    .addOption(flags.out('每夜报告的存放目录（默认不生成）'))
    .addOption(flags.quiet())
    .addOption(flags.verbose())
    .action(async (options: Options) => {
      await untilInterrupted(
        (signal) => serveUntil(options, signal),
        '正在停止，未完成的任务下次启动后继续；再按一次立即退出。',
      );
      ended(EXIT.done);
    });

async function serveUntil(options: Options, signal: AbortSignal): Promise<void> {
  const { targets, rulebook, registers, data, asOf, checks, out, quiet, verbose } = options;
  const settings = loadSettings(options.settings ?? besideOf(targets));
  const say = (line: string): void => {
    if (!quiet) process.stderr.write(`${line}\n`);
  };
  const log = pino({ level: verbose ? 'debug' : 'info' });
  const opened = await openConsole({
    ...{ files: { targets, rulebook, registers, units: [] }, data, checks, settings, asOf, out },
    ...{ clock: () => new Date(), wait: pause, log },
  });
  try {
    await tellFirstPassword(opened);
    await opened.start();
    const server = await serveConsole(opened.console, addressOf(settings, options));
    log.info({ origin: server.origin }, 'console.started');
    say(`控制台已启动：${settings.publicUrl ?? server.origin}　按 Ctrl-C 停止。`);
    if (settings.publicUrl !== null && !settings.trustProxy)
      say('提示：console.yaml 中 trustProxy 未设为 true，登录限制将把反向代理当作同一来访地址。');
    await stopped(signal);
    await server.stop();
    log.info('console.stopped');
  } finally {
    await opened.close();
  }
}

/** Told even with --quiet, since nobody could log in without it. */
async function tellFirstPassword({ console }: OpenConsole): Promise<void> {
  const first = await firstAdministrator(console);
  if (!first) return;
  process.stderr.write(
    `已建立管理员账号，只显示这一次：\n  登录名：${first.account.login}\n  一次性密码：${first.password}\n首次登录后须改为自己的密码。\n`,
  );
}

const besideOf = (targets: string): string | null => {
  const file = join(dirname(targets), 'console.yaml');
  return existsSync(file) ? file : null;
};

const addressOf = ({ listen }: ConsoleSettings, { host, port }: Pick<Options, 'host' | 'port'>) => ({
  host: host ?? listen.host,
  port: port ?? listen.port,
});

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

function asPort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('请填写0至65535的整数。');
  return port;
}
