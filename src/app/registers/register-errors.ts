import { EXIT, UserError } from '../../model/user-error.ts';
import type { TableProblem } from '../../registers/table.ts';

/** Rows that cannot be taken into a register, with all that is wrong and which cell it is (exit code 2). */
export class UnfitRows extends UserError {
  readonly found: readonly TableProblem[];
  constructor(found: readonly TableProblem[]) {
    super(EXIT.usage, found);
    this.name = 'UnfitRows';
    this.found = found;
  }
}

/** Somebody else wrote the register meanwhile (exit code 2). */
export class RegisterConflict extends UserError {
  constructor(file: string) {
    const what = '台账在打开之后已被他人修改，本次修改没有保存';
    super(EXIT.usage, [{ place: { file }, what, remedy: '请重新打开台账，核对后再填写' }]);
    this.name = 'RegisterConflict';
  }
}
