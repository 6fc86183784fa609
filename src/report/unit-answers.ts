import type { Deduction } from '../model/score.ts';
import { TOPIC_IDS, TOPICS, type Topic } from '../model/topic.ts';
import type { Verdict, VerdictKind } from '../model/verdict.ts';
import { groupBy } from './group-by.ts';

/** The questions about one topic. */
export interface AnswerSection {
  readonly title: string;
  readonly rows: readonly Answer[];
}

/** One line of a unit's self-check sheet: what was asked, by what standard, and what came out. */
export interface Answer {
  /** Id of the verdict that says that there is a problem; null for all other lines. */
  readonly problem: string | null;
  readonly check: string;
  /** Documents and clauses, one a line. */
  readonly standard: readonly string[];
  readonly verdict: VerdictKind;
  readonly text: string;
  /** What the problem costs; null where nothing is wrong. */
  readonly cost: string | null;
  /** Where the problem is; null for what rests on a register and where nothing is to be looked up. */
  readonly url: string | null;
  readonly fix: string | null;
}

/** What has no column of its own: single documents of all columns, work that registers show. */
const OTHER = '综合检查和日常工作';
const WORDS_SHOWN = 4;

/**
 * A unit's questions by topic, problems first. Every problem has a line; what conforms, does not apply or could not be
 * settled is one line for a check and topic.
 */
export function answersOf(
  verdicts: readonly Verdict[],
  deductions: readonly Deduction[],
  titles: ReadonlyMap<string, string>,
): AnswerSection[] {
  const costs = costsOf(deductions);
  const byTopic = groupBy(verdicts, ({ topic }) => topic);
  return TOPIC_IDS.flatMap((topic) => {
    const asked = byTopic.get(topic);
    if (!asked) return [];
    const titleOf = ({ check }: Verdict): string => titles.get(check) ?? check;
    const problems = asked
      .filter(({ verdict }) => verdict === 'fail')
      .map((verdict) => ({
        ...lineOf(verdict, titleOf(verdict)),
        problem: verdict.id,
        cost: costs.get(verdict.id) ?? freeOf(verdict),
      }));
    const others = groupBy(
      asked.filter(({ verdict }) => verdict !== 'fail'),
      ({ check, verdict }) => `${check}\n${verdict}`,
    );
    const lines = [...others.values()].flatMap((same) => {
      const [first] = same;
      return first ? [{ ...lineOf(first, titleOf(first)), ...told(same), problem: null, cost: null }] : [];
    });
    return [{ title: titleOfTopic(topic), rows: [...problems, ...lines.sort(byWeight)] }];
  });
}

const titleOfTopic = (topic: Topic): string => (topic === 'other' ? OTHER : TOPICS[topic]);

const WEIGHT: Readonly<Record<VerdictKind, number>> = { fail: 0, inconclusive: 1, pass: 2, 'not-applicable': 3 };
const byWeight = (one: Answer, other: Answer): number => WEIGHT[one.verdict] - WEIGHT[other.verdict];

const lineOf = ({ verdict, text, fix, basis, column, evidence }: Verdict, check: string) => ({
  check,
  standard: basis.map(({ document, clause }) => `${document}${clause}`),
  ...{ verdict, text, fix },
  url: verdict === 'fail' || verdict === 'inconclusive' ? (pageOf(evidence) ?? column) : null,
});

/** The first page cited; a register is none. */
const pageOf = (evidence: Verdict['evidence']): string | undefined =>
  evidence.find(({ url }) => url.includes('://'))?.url;

/** What several answers of one check say together. */
function told(same: readonly Verdict[]): Pick<Answer, 'text'> {
  const texts = [...new Set(same.map(({ text }) => text.replace(/。$/, '')))];
  const rest = texts.length > WORDS_SHOWN ? `等${texts.length}项` : '';
  return { text: `${texts.slice(0, WORDS_SHOWN).join('；')}${rest}` };
}

/** What each charged finding costs; findings of one group cost once. */
function costsOf(deductions: readonly Deduction[]): Map<string, string> {
  return new Map(
    deductions.flatMap(({ points, verdicts }) =>
      verdicts.map((id) => [id, verdicts.length > 1 ? `与同类问题合计减${points}分` : `减${points}分`] as const),
    ),
  );
}

function freeOf({ alert, advisory }: Verdict): string {
  if (alert) return '不自动减分，须当日处理';
  return advisory ? '提醒，不减分' : '未减分';
}
