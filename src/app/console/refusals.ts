import { EXIT, UserError } from '../../model/user-error.ts';

/** What is asked for is not there, or is another unit's: whoever asks learns no more than that. */
export class NotThere extends Error {
  constructor() {
    super('没有找到所要的内容，或者您没有查看的权限');
    this.name = 'NotThere';
  }
}

/** The account may not do this. */
export class NotAllowed extends Error {
  constructor() {
    super('您的账号没有这项操作的权限');
    this.name = 'NotAllowed';
  }
}

/** Somebody else changed meanwhile what is to be changed. */
export class Conflict extends UserError {
  constructor(what: string, remedy: string) {
    super(EXIT.usage, [{ place: {}, what, remedy }]);
    this.name = 'Conflict';
  }
}

/** What was entered cannot be taken as it is. */
export const refused = (what: string, remedy: string): UserError =>
  new UserError(EXIT.usage, [{ place: {}, what, remedy }]);
