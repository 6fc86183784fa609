import { CommanderError } from 'commander';
import { EXIT, UserError } from '../model/user-error.ts';
import { chineseError } from './chinese.ts';

/** Says on standard error what went wrong and names the exit code. Only a fault of ours shows a stack. */
export function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') process.stderr.write(`${chineseError(error)}\n`);
    return EXIT.usage;
  }
  if (error instanceof UserError) {
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `程序内部错误，请将以下内容反馈给维护人员：\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 70;
}
