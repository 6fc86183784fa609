import { Command } from 'commander';
import { version } from '../app/version.ts';
import { EXIT } from '../model/user-error.ts';
import { speakChinese } from './chinese.ts';
import { explain } from './explain.ts';

type MakeCommand = (ended: (code: number) => void) => Command;

/** The commands, in the order of the help. Each is loaded when it is needed: crawling does without reports, judging without a browser. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  crawl: async () => (await import('./commands/crawl.ts')).crawlCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  nightly: async () => (await import('./commands/nightly.ts')).nightlyCommand,
  'self-check': async () => (await import('./commands/self-check.ts')).selfCheckCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  discover: async () => (await import('./commands/discover.ts')).discoverCommand,
  evidence: async () => (await import('./commands/evidence.ts')).evidenceCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  findings: async () => (await import('./commands/findings.ts')).findingsCommand,
  year: async () => (await import('./commands/year.ts')).yearCommand,
  registers: async () => (await import('./commands/registers.ts')).registersCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
  checks: async () => (await import('./commands/checks.ts')).checksCommand,
};

/** The one command that is named first, or all of them, for the help and for names like it. */
function commandsFor(name: string | undefined): readonly (() => Promise<MakeCommand>)[] {
  const named = name !== undefined && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** Runs one command line (without node and script name) and returns the exit code of the contract, section 3. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const ended = (code: number) => {
    exitCode = code;
  };
  const program = speakChinese(new Command('xunjian'))
    .description('巡检：区县政府信息公开栏目的夜间检查、取证、判定与通报')
    .version(version(), '-V, --version', '显示版本')
    .helpCommand('help [命令]', '显示某个命令的帮助');
  for (const load of commandsFor(args[0])) program.addCommand(speakChinese((await load())(ended)));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}
