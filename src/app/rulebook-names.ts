import type { PreparedCheck } from '../audit/registry.ts';
import { nearest } from '../config/nearest.ts';
import { placeInRulebook } from '../config/rulebook.ts';
import type { Rulebook } from '../model/rulebook.ts';
import { EXIT, type Problem, UserError } from '../model/user-error.ts';

/**
 * Throws UserError (exit code 2) for every check or message that a rulebook names and no check has: left alone, a slip
 * of the pen would cost nobody anything, and nobody would know.
 */
export function refuseUnknownNames(rulebook: Rulebook, checks: readonly PreparedCheck[]): void {
  const ids = checks.map(({ check }) => check.id);
  const messages = checks.flatMap(({ check }) => Object.keys(check.messages).map((name) => `${check.id}/${name}`));
  const problem = (what: string, value: string, known: readonly string[], path: readonly (string | number)[]) => ({
    place: placeInRulebook(rulebook, path),
    what: `考核办法“${rulebook.id}”中${what}`,
    value,
    remedy: `${told(nearest(value, known))}请用 xunjian checks 查看全部检查项；外加的检查项请用 --checks 指定其目录`,
  });
  const problems: Problem[] = [
    ...rulebook.groups.flatMap((group, g) =>
      group.messages.flatMap((message, m) =>
        messages.includes(message)
          ? []
          : [problem(`减分项 ${group.id} 的判定不存在`, message, messages, ['groups', g, 'messages', m])],
      ),
    ),
    ...Object.keys(rulebook.params)
      .filter((id) => !ids.includes(id))
      .map((id) => problem('参数所属的检查项不存在', id, ids, ['params', id])),
  ];
  if (problems.length > 0) throw new UserError(EXIT.usage, problems);
}

const told = (near: string | null): string => (near ? `是否指 ${near}？` : '');
