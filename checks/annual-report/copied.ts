import { type NonEmpty, type Outcome, partSimilarity, type Ref, refOf, type Unit } from '../kit.ts';
import { type Answer, cut } from './answer.ts';
import type { Report } from './match.ts';

/** Last year's report: there, certainly not there, or not known. */
export type LastYear =
  | { readonly kind: 'present'; readonly report: Report }
  | { readonly kind: 'absent' }
  | Extract<Outcome<never>, { kind: 'unknown' }>;

/** How many like passages are shown, each from both reports. */
const SHOWN = 3;

/** Whether part one tells the same as a year before. Never by itself: both reports are cited, side by side. */
export function judgeCopied(report: Report, last: LastYear, unit: Unit, limit: number): Answer {
  if (last.kind === 'absent') return { kind: 'in-order', note: '未见上年度报告，未作雷同比较' };
  if (last.kind === 'unknown') return { ...last, detail: `上年度报告未能读取，${last.detail}` };
  const now = partOne(report);
  const before = partOne(last.report);
  if (now === null) return unknown(report, '未识别出“总体情况”部分，不能与上年度比较');
  if (before === null) return unknown(last.report, '上年度报告未识别出“总体情况”部分，不能比较');
  const likeness = partSimilarity(now, before, [unit.fullName, unit.name, ...unit.aliases]);
  if (likeness.kind === 'too-short') return { kind: 'in-order', note: '“总体情况”文字过少，未作雷同比较' };
  const { share, passages } = likeness;
  if (share < limit) return { kind: 'in-order' };
  const [longest] = passages;
  const passage = longest ? `，最长相同段落“${cut(longest.current)}”` : '';
  const pairs = passages.slice(0, SHOWN);
  const evidence: NonEmpty<Ref> = [
    refOf(report.said.ref, pairs[0]?.current),
    refOf(last.report.said.ref, pairs[0]?.earlier),
    ...pairs
      .slice(1)
      .flatMap(({ current, earlier }) => [refOf(report.said.ref, current), refOf(last.report.said.ref, earlier)]),
  ];
  return { kind: 'fault', detail: `“总体情况”有${Math.floor(share * 100)}%的文字与上年度相同${passage}`, evidence };
}

/** The words of part one; null where it has none that could be told apart. */
function partOne({ said }: Report): string | null {
  const text = said.parts.find(({ kind }) => kind === 'general')?.text.trim() ?? '';
  return text === '' ? null : text;
}

const unknown = ({ document }: Report, detail: string): Answer => ({
  kind: 'unknown',
  why: 'unparsed',
  detail: `《${document.title}》${detail}`,
  refs: [document.ref],
});
