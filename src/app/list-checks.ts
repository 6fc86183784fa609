import { loadRulebook } from '../config/rulebook.ts';
import { TOPICS } from '../model/topic.ts';
import type { CheckRow } from '../report/terminal.ts';
import { checksFor } from './checks-for.ts';

/** What `xunjian checks` shows: every check with its topics, basis and what the rulebook takes for it. */
export async function listChecks(request: {
  readonly rulebook: string;
  readonly checks: readonly string[];
}): Promise<readonly CheckRow[]> {
  const rulebook = loadRulebook(request.rulebook);
  const checks = await checksFor(request.checks, rulebook);
  return checks.map(({ check: { id, title, topics, basis } }) => ({
    id,
    title,
    topics: topics.map((topic) => TOPICS[topic]),
    basis: basis.map(({ document, clause }) => `${document}${clause}`),
    points:
      rulebook.groups
        .filter(({ advisory, messages }) => !advisory && messages.some((message) => message.startsWith(`${id}/`)))
        .map(({ points }) => String(points))
        .join('、') || '提醒',
  }));
}
