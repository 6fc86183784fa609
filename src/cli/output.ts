import { writeWhole } from '../app/write-file.ts';

/** Prints a result, or saves it where `--out` says so and then only names the file. */
export function printOrSave(text: string, out: string | undefined, { quiet }: { quiet: boolean }): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (out === undefined) process.stdout.write(whole);
  else {
    writeWhole(out, whole);
    if (!quiet) process.stderr.write(`已保存：${out}\n`);
  }
}

/** Columns of the terminal, or of a sheet of paper where the output goes elsewhere. */
export const terminalWidth = (): number => process.stdout.columns ?? 100;

/** Tells the user on standard error what to know meanwhile; silent with `--quiet`. */
export const notice =
  (quiet: boolean) =>
  (line: string): void => {
    if (!quiet) process.stderr.write(`${line}\n`);
  };
