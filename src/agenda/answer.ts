import type { Verdict, VerdictKind } from '../model/verdict.ts';
import type { AskedCheck } from './input.ts';

/** What is asked of an audit about one thing that is owed. */
export interface Question {
  readonly check: AskedCheck;
  /** The messages that say that it is not there. */
  readonly messages: readonly string[];
  readonly subject: string;
  /** Addresses of the columns in which it belongs; empty where it belongs in none. */
  readonly columns: readonly string[];
}

/** What says more comes first: where a thing was seen in one place, it is there. */
const ORDER: readonly VerdictKind[] = ['pass', 'fail', 'inconclusive', 'not-applicable'];

/** The verdict that answers; null where none does. */
export function answerTo(question: Question, verdicts: readonly Verdict[]): Verdict | null {
  const answers = verdicts.filter((verdict) => isAnswer(verdict, question));
  for (const kind of ORDER) {
    const found = answers.find(({ verdict }) => verdict === kind);
    if (found) return found;
  }
  return null;
}

function isAnswer({ check, column, message, subject, verdict }: Verdict, { columns, ...asked }: Question): boolean {
  // A column that could not be read at all is a subject of its own.
  const isSubject = subject === asked.subject || (verdict === 'inconclusive' && columns.includes(subject));
  const isMessage = message === null ? verdict !== 'fail' : asked.messages.includes(message);
  return check === asked.check && isSubject && isMessage && (column === null || columns.includes(column));
}
