import { isDeepStrictEqual } from 'node:util';
import type { AnyCheck } from '../src/audit/check.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { absolute, type CheckCase, type ExpectedVerdict, type Fault, type Page, runCase } from './test-case.ts';

export { type CheckCase, type ExpectedVerdict, type Fault, onDate, type Page } from './test-case.ts';

/** Address of a register's file, as `runCase` keeps it. */
const REGISTER = /^registers\//;

const OUTAGES: readonly Fault[] = ['timeout', 'blocked', 'blank'];

/**
 * Runs a check on cases through the real readers and the real runner, and each case with a pass or a fail again with
 * its pages out: all captures that verdicts cite at once, and every page alone, each timed out, blocked and blank.
 * Rejects with all that is wrong, so that it works under any test runner.
 */
export async function testCheck(check: AnyCheck, cases: readonly CheckCase[]): Promise<void> {
  const problems: string[] = [];
  for (const one of cases) {
    const verdicts = await runCase(check, one);
    const found = [...differences(one.expect, verdicts)];
    if (verdicts.some(isJudged)) found.push(...(await outages(check, one, verdicts)));
    problems.push(...found.map((problem) => `${one.name}: ${problem}`));
  }
  if (problems.length > 0) throw new Error(`${check.id}:\n${problems.join('\n')}`);
}

const isJudged = ({ verdict }: Verdict): boolean => verdict === 'pass' || verdict === 'fail';

/** Every verdict must be expected, and every expected one must be there. */
function* differences(expected: readonly ExpectedVerdict[], verdicts: readonly Verdict[]): Generator<string> {
  const left = [...verdicts];
  for (const one of expected) {
    const at = left.findIndex((verdict) => isAsExpected(one, verdict));
    if (at === -1) yield `expected ${JSON.stringify(one)} but the verdicts are\n${list(verdicts)}`;
    else left.splice(at, 1);
  }
  if (left.length > 0) yield `not expected:\n${list(left)}`;
}

function isAsExpected({ says, ...fields }: ExpectedVerdict, verdict: Verdict): boolean {
  const isSame = Object.entries(fields).every(([key, value]) =>
    isDeepStrictEqual(verdict[key as keyof Verdict], value),
  );
  return isSame && (says === undefined || verdict.text.includes(says));
}

const list = (verdicts: readonly Verdict[]): string =>
  verdicts
    .map(({ verdict, message, subject, advisory, reason, state, text }) =>
      JSON.stringify({ verdict, message, subject, advisory, reason, state, text }),
    )
    .join('\n');

/** The outage mutation. */
async function outages(check: AnyCheck, one: CheckCase, verdicts: readonly Verdict[]): Promise<readonly string[]> {
  const problems: string[] = [];
  const judged = verdicts.filter((verdict) => isJudged(verdict) && verdict.evidence.length > 0);
  const cited = [...new Set(judged.flatMap(({ evidence }) => evidence.map(({ url }) => url)))];
  const registers = cited.filter((url) => REGISTER.test(url));
  if (registers.length > 0) {
    const without = await runCase(check, withoutRegisters(one, registers));
    for (const verdict of judged.filter((verdict) => registers.some((url) => cites(verdict, url)))) {
      const now = without.filter((other) => isSameQuestion(verdict, other));
      if (
        !now.every((other) => other.verdict === 'inconclusive') ||
        !without.some((other) => other.verdict === 'inconclusive')
      )
        problems.push(`without the registers cited, ${verdict.id} must be inconclusive:\n${list(without)}`);
    }
  }
  const onPages = judged.filter(({ evidence }) => !evidence.every(({ url }) => REGISTER.test(url)));
  for (const fault of OUTAGES) {
    if (onPages.length > 0) {
      const without = await runCase(check, withOutage(one, cited, fault));
      for (const verdict of onPages) {
        const now = without.filter((other) => isSameQuestion(verdict, other));
        if (
          !now.every((other) => other.verdict === 'inconclusive') ||
          !without.some((other) => other.verdict === 'inconclusive')
        )
          problems.push(`with all cited captures ${fault}, ${verdict.id} must be inconclusive:\n${list(without)}`);
      }
    }
    for (const path of Object.keys(one.pages)) {
      const url = absolute(path);
      const without = await runCase(check, withOutage(one, [url], fault));
      for (const fail of without.filter(({ verdict }) => verdict === 'fail')) {
        const before = verdicts.find(({ id, verdict }) => id === fail.id && verdict === 'fail');
        if (!before) problems.push(`${path} ${fault}: a new accusation:\n${list([fail])}`);
        else if (cites(before, url) && restsOnAbsence(before, one))
          problems.push(`${path} ${fault}: an accusation that rests on absence still stands:\n${list([fail])}`);
      }
    }
  }
  return problems;
}

/** A message of its own is a question of its own; a verdict without one answers for the whole subject. */
const isSameQuestion = (a: Verdict, b: Verdict): boolean =>
  a.topic === b.topic &&
  a.subject === b.subject &&
  a.column === b.column &&
  (a.message === b.message || a.message === null || b.message === null);

const cites = ({ evidence }: Verdict, url: string): boolean => evidence.some((ref) => ref.url === url);

/** Who cites a column's own page speaks of what is not there. */
const restsOnAbsence = (verdict: Verdict, { columns }: CheckCase): boolean =>
  columns.some(({ url }) => cites(verdict, absolute(url)));

/** A case whose registers were never handed in. */
function withoutRegisters(one: CheckCase, urls: readonly string[]): CheckCase {
  const left = Object.entries(one.registers ?? {}).filter(([id]) => !urls.includes(`registers/${id}.csv`));
  return { ...one, registers: Object.fromEntries(left) };
}

function withOutage(one: CheckCase, urls: readonly string[], fault: Fault): CheckCase {
  const pages = Object.entries(one.pages).map(([path, page]): [string, Page] => [
    path,
    urls.includes(absolute(path)) ? { fault } : page,
  ]);
  return { ...one, pages: Object.fromEntries(pages) };
}

export { articlePage, listPage, paragraphs, type TestArticle, type TestEntry, table } from './test-pages.ts';
