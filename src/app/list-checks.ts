import type { Judges } from '../audit/check.ts';
import { loadRulebook } from '../config/rulebook.ts';
import { TOPIC_IDS, TOPICS, type Topic } from '../model/topic.ts';
import type { CheckRow } from '../report/terminal.ts';
import { checksFor } from './checks-for.ts';

/** What `xunjian checks` shows: every check with its topics, basis and what the rulebook takes for it. */
export async function listChecks(request: {
  readonly rulebook: string;
  readonly checks: readonly string[];
}): Promise<readonly CheckRow[]> {
  const rulebook = loadRulebook(request.rulebook);
  const checks = await checksFor(request.checks, rulebook);
  return checks.map(({ check: { id, title, topics, judges, basis } }) => ({
    id,
    title,
    topics: scopeOf(topics, judges),
    basis: basis.map(({ document, clause }) => `${document}${clause}`),
    points:
      rulebook.groups
        .filter(({ advisory, messages }) => !advisory && messages.some((message) => message.startsWith(`${id}/`)))
        .map(({ points }) => String(points))
        .join('、') || '提醒',
  }));
}

/** Topics by name, or in a word what stands for more than one can read. */
function scopeOf(topics: readonly Topic[], judges: Judges | undefined): readonly string[] {
  if (judges === 'registers') return ['（台账）'];
  return topics.length === TOPIC_IDS.length ? ['全部主题'] : topics.map((topic) => TOPICS[topic]);
}
