import { squeeze } from '../../html.ts';
import { plain } from '../../numerals.ts';
import { type Generation, PARTS, type PartKind, type ReportPart } from './facts.ts';
import { likeness } from './likeness.ts';
import { bareLabel, withoutNumber } from './wording.ts';

/** Other wordings of the six headings, those of the reports before 2019 among them. */
const WORDINGS: Readonly<Record<PartKind, readonly string[]>> = {
  general: [PARTS.general, '总体情况概述', '概述', '基本情况', '总体工作情况', '政府信息公开工作总体情况', '工作概述'],
  disclosure: [PARTS.disclosure, '主动公开情况', '政府信息主动公开情况', '主动公开政府信息', '信息主动公开的情况'],
  requests: [
    PARTS.requests,
    '政府信息公开申请办理情况',
    '依申请公开情况',
    '政府信息依申请公开情况',
    '依申请公开政府信息情况',
    '依申请公开办理情况',
    '政府信息依申请公开和不予公开情况',
    '收到和处理申请情况',
  ],
  litigation: [
    PARTS.litigation,
    '行政复议行政诉讼情况',
    '复议和诉讼情况',
    '行政复议和行政诉讼情况',
    '因政府信息公开申请提起行政复议行政诉讼的情况',
    '因政府信息公开申请行政复议提起行政诉讼的情况',
    '申请行政复议提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议提起行政诉讼情况',
  ],
  problems: [
    PARTS.problems,
    '政府信息公开工作存在的主要问题及改进情况',
    '存在的主要问题和改进情况',
    '存在问题及改进措施',
    '存在的问题和改进措施',
    '主要问题及下步打算',
    '存在的不足及改进措施',
  ],
  other: [PARTS.other, '需要报告的其他事项', '其他事项', '其他需要报告的情况', '其他需要说明的事项', '其它报告事项'],
};
const SIMILAR = 0.8;
const LONGEST_HEADING = 40;
const KINDS = Object.keys(PARTS) as PartKind[];

/** How a heading is numbered; a report uses one way for its parts. */
const STYLES = [
  /^第?[一二三四五六七八九十]{1,3}(?:、|\.|,|，|部分)/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/,
  /^\d{1,2}[、.．]/,
  /^/,
];
const UNNUMBERED = STYLES.length - 1;
/** Where the table of figures begins that ends a report before 2019; its lines are numbered like parts. */
const FIGURES = /^(?:统计指标|.{0,40}情况统计表)$/;

interface Candidate {
  readonly line: number;
  readonly style: number;
  readonly kind: PartKind | null;
  readonly heading: string;
  /** What follows the heading on its line. */
  readonly rest: string;
}

/** The parts of a report with their text. Kinds are known by wording (≥ 0.8 alike), whatever the numbering. */
export function readParts(text: string, generation: Generation | null): ReportPart[] {
  const all = text.split('\n');
  const figures = all.findIndex((line) => FIGURES.test(squeeze(line)));
  const lines = generation === 'to-2018' && figures > 0 ? all.slice(0, figures) : all;
  const candidates = withoutContents(lines.flatMap((line, at) => candidateOf(line, at) ?? []));
  const style = mainStyle(candidates);
  const main = onceEach(
    candidates.filter((one) => one.style === style && (one.kind !== null || generation === 'to-2018')),
  );
  const headings = [...main, ...stragglers(candidates, main)].sort((a, b) => a.line - b.line);
  return headings.map(({ line, kind, heading, rest }, i) => {
    const following = lines.slice(line + 1, headings[i + 1]?.line);
    return { kind, heading, text: [rest, ...following].filter((one) => one.trim() !== '').join('\n') };
  });
}

/** What stands before the first part. */
export function openingOf(text: string, parts: readonly ReportPart[]): string {
  const first = parts[0];
  if (!first) return text.slice(0, OPENING);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim().startsWith(first.heading));
  return lines.slice(0, Math.max(at, 0)).join('\n');
}
const OPENING = 600;

function candidateOf(line: string, at: number): Candidate | null {
  const flat = plain(line).trim();
  const style = STYLES.findIndex((pattern) => pattern.test(squeeze(flat).slice(0, 8)));
  const [chunk = ''] = /^(?:[（(][^（(]{1,3}[)）])?[^。：:；;，,（(]*/.exec(flat) ?? [];
  const whole = squeeze(flat).length <= LONGEST_HEADING ? flat : '';
  const begun =
    style === UNNUMBERED ? undefined : Object.values(PARTS).find((name) => withoutNumber(chunk).startsWith(name));
  const prefix = begun ? chunk.slice(0, chunk.indexOf(begun) + begun.length) : '';
  for (const heading of new Set([chunk.trim(), prefix, chunk.split(/(?<=\p{Script=Han})\s+/u)[0] ?? '', whole])) {
    const bare = bareLabel(heading);
    if (bare.length < 2 || squeeze(heading).length > LONGEST_HEADING) continue;
    const kind = kindOf(bare) ?? byWords(bare);
    if (kind === null || (style === UNNUMBERED && !isPlainHeading(bare, kind))) continue;
    const rest = flat.slice(heading.length).replace(/^[\s。：:；;，,]+/, '');
    return { line: at, style, kind, heading, rest };
  }
  const isHeading = style === 0 && whole !== '' && !/[。；;]$/.test(whole);
  return isHeading ? { line: at, style, kind: null, heading: whole, rest: '' } : null;
}

const BARE_WORDINGS = KINDS.flatMap((kind) => WORDINGS[kind].map((wording) => ({ kind, wording: bareLabel(wording) })));

/** Words that only headings of these parts hold together, however a clerk puts them. */
const WORDS: readonly (readonly [PartKind, RegExp])[] = [
  ['litigation', /^.{0,20}行政复议.{0,12}诉讼.{0,6}情况$/],
  ['problems', /^.{0,14}(?:问题|不足|困难).{0,8}(?:改进|整改|措施|打算|方向|计划|安排).{0,6}$/],
  ['other', /^(?:其[他它]|其余)(?:需要?|应当?|须)?.{0,4}(?:报告|说明|公开)?的?(?:事项|情况|内容|问题)$/],
];
const byWords = (bare: string): PartKind | null => WORDS.find(([, words]) => words.test(bare))?.[0] ?? null;

/** Without a number a line is a heading where it is the form's own, or one of a part that part one has nothing like. */
const isPlainHeading = (bare: string, kind: PartKind): boolean =>
  bareLabel(PARTS[kind]) === bare ||
  BARE_WORDINGS.some((one) => one.kind === kind && one.wording === bare && KINDS.indexOf(kind) >= LITIGATION) ||
  byWords(bare) === kind;
const LITIGATION = KINDS.indexOf('litigation');

/** The kind whose wording is most like a heading's, or null where none is like it. */
function kindOf(bare: string): PartKind | null {
  let best: PartKind | null = null;
  let most = SIMILAR;
  for (const { kind, wording } of BARE_WORDINGS) {
    const alike = likeness(bare, wording, most);
    if (alike > most || (alike === most && best === null)) [best, most] = [kind, alike];
  }
  return best;
}

/** The numbering under which most kinds are found: sub-headings of part one are worded like parts two and three. */
function mainStyle(candidates: readonly Candidate[]): number {
  const found = STYLES.map(
    (_, style) => new Set(candidates.flatMap((one) => (one.style === style && one.kind ? [one.kind] : []))).size,
  );
  return found.indexOf(Math.max(...found));
}

/** Whether a heading carries the number of its kind's place in the form. */
function hasPlace({ heading }: Candidate, kind: PartKind): boolean {
  const place = KINDS.indexOf(kind);
  return new RegExp(`^第?[（(]?(?:${'一二三四五六'[place]}|${place + 1})[^一二三四五六七八九十\\d]`).test(
    squeeze(heading),
  );
}

/**
 * Of several headings of a kind the one with its number, else the first: sub-headings of part one are worded like parts
 * two and three, with lower numbers.
 */
function onceEach(main: readonly Candidate[]): Candidate[] {
  return main.filter((one) => {
    if (one.kind === null) return true;
    const { kind } = one;
    const alike = main.filter((other) => other.kind === kind);
    return one === (alike.find((other) => hasPlace(other, kind)) ?? alike[0]);
  });
}

/** Headings numbered in another way, of kinds that are missing, where they stand between their neighbours. */
function stragglers(candidates: readonly Candidate[], main: readonly Candidate[]): Candidate[] {
  const linesOf = (kinds: readonly PartKind[]): number[] =>
    main.flatMap((one) => (one.kind !== null && kinds.includes(one.kind) ? [one.line] : []));
  return KINDS.flatMap((kind, i) => {
    if (linesOf([kind]).length > 0) return [];
    const before = Math.max(-1, ...linesOf(KINDS.slice(0, i)));
    const after = Math.min(Number.POSITIVE_INFINITY, ...linesOf(KINDS.slice(i + 1)));
    return candidates
      .filter((one) => one.kind === kind && one.line > before && one.line < after)
      .filter((one) => one.style === UNNUMBERED || hasPlace(one, kind))
      .slice(-1);
  });
}

/** Without a table of contents: its first heading is followed by the next one, and stands a second time. */
function withoutContents(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first, second] = candidates;
  if (!first || first.kind === null || second?.line !== first.line + 1) return candidates;
  const again = candidates.findIndex(
    (one, i) => i > 0 && one.kind === first.kind && one.heading.startsWith(first.heading.slice(0, 4)),
  );
  return again > 0 ? candidates.slice(again) : candidates;
}
