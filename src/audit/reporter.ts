import type { Ref } from '../model/evidence.ts';
import type { Column, Unit } from '../model/plan.ts';
import type { ColumnState, Verdict } from '../model/verdict.ts';
import { NOT_APPLICABLE, WHYS } from '../model/why.ts';
import type { AnyCheck } from './check.ts';
import { refKey } from './coverage.ts';
import { maskedRef, maskNumbers } from './mask.ts';
import type { About, Message, Messages, Reporter } from './report.ts';
import { verdictId } from './verdict-id.ts';

export interface ReporterInput {
  readonly check: AnyCheck;
  readonly unit: Unit;
  readonly subject: string;
  /** The columns the check may read, in the order of targets.yaml. */
  readonly columns: readonly Column[];
  /** Captures that were read: the only ones a pass or fail may cite. */
  readonly isRead: (refKey: string) => boolean;
  /** Captures that failed: an inconclusive verdict may cite them too. */
  readonly isFailed: (refKey: string) => boolean;
  /** Columns that are whole and hold nothing. */
  readonly isEmpty: (column: Column) => boolean;
  /** Whether anybody handed in any register. Where nobody keeps tables, what they would say is not asked. */
  readonly keepsRegisters: boolean;
  /** Whether the rulebook never charges `check/message`. */
  readonly isAdvisoryGroup: (checkAndMessage: string) => boolean;
}

/** A reporter, its verdicts, and the end of its time: whatever is reported after `close` is refused. */
export function openReporter(input: ReporterInput): {
  readonly report: Reporter<Messages>;
  close(): readonly Verdict[];
} {
  const { check, unit } = input;
  const verdicts = new Map<string, Verdict>();
  let isOpen = true;

  type Said = Pick<Verdict, 'verdict' | 'message' | 'text' | 'fix' | 'reason' | 'evidence'> & {
    readonly messageAdvisory: boolean;
    readonly alert: boolean;
  };
  const add = (said: Said, about: About<Messages>, state: (column: Column | null) => ColumnState | null): undefined => {
    if (!isOpen) throw new Error(`检查项 ${check.id} 在执行结束后仍在报告判定`);
    const { messageAdvisory, alert, ...rest } = said;
    // What is said of documents of many topics together is about no column.
    const isOfMany = check.judges === 'documents';
    const topic = about.topic ?? about.column?.topic ?? (isOfMany ? 'other' : check.topics[0]);
    const column = about.column ?? (isOfMany ? null : (input.columns.find((one) => one.topic === topic) ?? null));
    const subject = about.subject ?? input.subject;
    const { message } = said;
    const id = verdictId({ unit: unit.id, check: check.id, message, topic, subject, apart: about.apart });
    if (verdicts.has(id)) throw new Error(`检查项 ${check.id} 对同一对象重复报告：${id}`);
    const isAdvisory =
      messageAdvisory ||
      about.advisory === true ||
      column?.advise === true ||
      (message !== null && input.isAdvisoryGroup(`${check.id}/${message}`));
    verdicts.set(id, {
      id,
      unit: unit.id,
      check: check.id,
      topic,
      column: column?.url ?? null,
      subject,
      verdict: rest.verdict,
      message,
      advisory: isAdvisory && (rest.verdict === 'fail' || rest.verdict === 'inconclusive'),
      ...(alert && rest.verdict === 'fail' ? { alert: true as const } : {}),
      state: about.state ?? state(column),
      text: maskNumbers(rest.text),
      fix: rest.fix === null ? null : maskNumbers(rest.fix),
      basis: (message === null ? undefined : check.messages[message]?.basis) ?? check.basis,
      reason: rest.reason,
      evidence: onceEach(rest.evidence.map(maskedRef)),
    });
  };
  const known = (message: string | undefined): Pick<Said, 'message' | 'messageAdvisory' | 'alert'> => {
    if (message === undefined) return { message: null, messageAdvisory: false, alert: false };
    const { advisory, alert } = messageOf(check, message);
    return { message, messageAdvisory: advisory === true || alert === true, alert: alert === true };
  };
  const proven = (evidence: readonly Ref[], isFailureAllowed: boolean): void => {
    for (const ref of evidence) {
      const key = refKey(ref);
      if (!input.isRead(key) && !(isFailureAllowed && input.isFailed(key)))
        throw new Error(`检查项 ${check.id} 引用了不属于该单位取证记录的证据：${ref.url}`);
    }
  };

  const report: Reporter<Messages> = {
    pass(text, evidence, about = {}) {
      proven(evidence, false);
      const said = { verdict: 'pass', fix: null, reason: null, text, evidence, ...known(about.message) } as const;
      return add(said, about, () => 'conforming');
    },
    fail(message, values, evidence, about = {}) {
      if (evidence.length === 0) throw new Error(`检查项 ${check.id} 报告问题“${message}”时没有证据`);
      proven(evidence, false);
      const template = messageOf(check, message);
      const text = fill(check, message, template.text, values);
      const fix = fill(check, message, template.fix, values);
      const said = { verdict: 'fail', text, fix, reason: null, evidence, ...known(message) } as const;
      return add(said, about, (column) => (column && input.isEmpty(column) ? 'empty' : 'defective'));
    },
    inconclusive({ why, detail, refs }, about = {}) {
      if (why === 'no-register' && !input.keepsRegisters) return report.notApplicable('no-registers', detail, about);
      proven(refs, true);
      const text = detail ? `${WHYS[why]}：${detail}` : WHYS[why];
      const said = {
        verdict: 'inconclusive',
        text,
        fix: null,
        reason: why,
        evidence: refs,
        ...known(about.message),
      } as const;
      return add(said, about, () => 'unreadable');
    },
    notApplicable(reason, text, about = {}) {
      const whole = text ? `${NOT_APPLICABLE[reason]}：${text}` : NOT_APPLICABLE[reason];
      const said = {
        verdict: 'not-applicable',
        text: whole,
        fix: null,
        reason,
        evidence: [],
        ...known(about.message),
      } as const;
      return add(said, about, () => null);
    },
  };
  return {
    report,
    close() {
      isOpen = false;
      return [...verdicts.values()];
    },
  };
}

function messageOf(check: AnyCheck, message: string): Message {
  const found = Object.hasOwn(check.messages, message) ? check.messages[message] : undefined;
  if (!found) throw new Error(`检查项 ${check.id} 没有名为“${message}”的问题`);
  return found;
}

function fill(
  check: AnyCheck,
  message: string,
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '') throw new Error(`检查项 ${check.id} 的问题“${message}”缺少变量 {${name}}`);
    return String(value);
  });
}

/** The same capture with the same quote is said once. */
function onceEach(refs: readonly Ref[]): readonly Ref[] {
  return [...new Map(refs.map((ref) => [`${refKey(ref)}\n${ref.quote ?? ''}`, ref])).values()];
}
