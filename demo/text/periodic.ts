import { lastDay, parsePeriod } from '../../src/model/period.ts';
import { paragraphs, table, wordPaste } from '../html.ts';
import { randomFor } from '../random.ts';
import { AS_OF, lastBeforeSecondQuarter, type Slot, slotsSince } from '../schedule.ts';
import type { ColumnDraft, ColumnDuty, DemoUnit, Draft, Grid } from '../types.ts';

/** A periodic column: what it is called, what its items are about, and whether the bulletin misses something in it. */
export interface Series extends ColumnDuty {
  readonly every: NonNullable<ColumnDuty['every']>;
  readonly due: string;
  /** What each item is about: `区农村公路养护情况`. */
  readonly subject: string;
  /** Row labels of its table, with units. */
  readonly figures: readonly [string, string, ...string[]];
  /** Nothing published since the last period before the second quarter of 2023 (or the given period). */
  readonly stopped?: true | string;
  /** Titles without the period's figures: a period without any event, told so with the reason. */
  readonly quiet?: { readonly period: string; readonly reason: string };
}

const SINCE = { month: '2022-01', quarter: '2021Q1', 'half-year': '2019H1', year: '2018' } as const;

function lastPublished(series: Series) {
  if (series.stopped === undefined) return null;
  return series.stopped === true ? lastBeforeSecondQuarter(series.every) : parsePeriod(series.stopped);
}

/** Whether the bulletin misses something in it; what a register explains is not missed. */
export const isBehind = ({ stopped, key, advise }: Series): boolean =>
  stopped !== undefined && (key === true || advise === true);

const OPENINGS = [
  '{period}，{unit}按照职责分工推进{subject}工作，主要情况如下。',
  '现将{unit}{period}{subject}有关情况予以公布，欢迎社会监督。',
  '{period}，我单位{subject}总体平稳，各项数据见下表。',
] as const;
const CLOSINGS = [
  '以上数据为初步统计结果，最终以年度汇总为准。',
  '下一步，将继续加强调度，保证进度和质量。',
  '如需了解详细情况，可在工作时间来电咨询。',
] as const;

function quietDraft(unit: DemoUnit, series: Series, slot: Slot, reason: string): Draft {
  return {
    title: `关于${slot.title}${series.subject}的情况说明`,
    date: slot.date,
    body: () =>
      paragraphs([`${slot.title}，因${reason}，${unit.name}未发生需要公开的${series.subject}事项，特此说明。`]),
  };
}

function figuresOf(series: Series, slot: Slot, key: string): Grid {
  const random = randomFor(`figures ${key}`);
  const rows = series.figures.map((label, i) => [
    String(i + 1),
    label,
    String(random.int(12, 900) * (i + 1)),
    `${random.int(0, 18)}.${random.int(0, 9)}%`,
  ]);
  return { caption: `${slot.title}${series.subject}`, header: ['序号', '指标名称', '数值', '同比增长'], rows };
}

function slotDraft(unit: DemoUnit, series: Series, slot: Slot): Draft {
  const key = `${unit.id} ${series.name} ${slot.period.id}`;
  if (series.quiet?.period === slot.period.id) return quietDraft(unit, series, slot, series.quiet.reason);
  const random = randomFor(`periodic ${key}`);
  const say = (text: string): string =>
    text.replace('{period}', slot.title).replace('{unit}', unit.name).replace('{subject}', series.subject);
  const grid = figuresOf(series, slot, key);
  const opening = say(random.pick(OPENINGS));
  const title = `${random.chance(2) ? unit.name : ''}${slot.title}${series.subject}`;
  if (random.chance(6)) {
    const file = { name: `${title}.xlsx`, type: 'xlsx' as const, title, paragraphs: [], grids: [grid] };
    return { title, date: slot.date, files: [file], body: () => paragraphs([opening, '详细数据见附件。']) };
  }
  const write = random.chance(5) ? wordPaste : paragraphs;
  const closing = random.pick(CLOSINGS);
  return { title, date: slot.date, body: () => `${write([opening])}\n${table(grid)}\n${paragraphs([closing])}` };
}

/** A column that owes an item for every month, quarter, half-year or year. */
export function periodicColumn(unit: DemoUnit, series: Series): ColumnDraft {
  const { subject: _subject, figures: _figures, stopped: _stopped, quiet: _quiet, ...duty } = series;
  const from = parsePeriod(SINCE[series.every]);
  if (!from) throw new Error(`no start for ${series.every}`);
  const last = lastPublished(series);
  const slotsUntil = (until: typeof last): Slot[] =>
    slotsSince(`${unit.id} ${series.name}`, from, until, series.due.startsWith('+0'));
  const drafts = slotsUntil(last).map((slot) => slotDraft(unit, series, slot));
  if (!last || !isBehind(series) || !unit.mended.has('overdue-topic')) return { ...duty, drafts };
  // Made up for in one go, below what is there already: that keeps its addresses.
  const missed = slotsUntil(null).filter(({ period }) => lastDay(period) > lastDay(last));
  const caughtUp = missed.map((slot) => ({ ...slotDraft(unit, series, { ...slot, date: AS_OF }), createdAfter: 0 }));
  return { ...duty, drafts: [...drafts, ...caughtUp] };
}
