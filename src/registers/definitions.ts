import { z } from 'zod';
import type { Plan } from '../model/plan.ts';
import type { RegisterId, Registers } from '../model/register.ts';
import type { Cell } from './cells.ts';
import * as cells from './cells.ts';

export interface RegisterColumn<T = unknown> {
  /** The Chinese header; the English one is the column's id. */
  readonly header: string;
  readonly cell: Cell<T>;
}

/** What one register looks like, as data. */
export interface RegisterDefinition<Row> {
  readonly title: string;
  /** By column id, in the order of the contract. */
  readonly columns: Readonly<Record<string, RegisterColumn>>;
  /** From the texts of a row by column id. */
  readonly row: z.ZodType<Row, Record<string, string>>;
  /** Columns that together may name only one row; none where rows may repeat. */
  readonly unique: readonly (keyof Row & string)[];
  /** Cells that are right by themselves but not together: the column at fault and why. */
  clashes(row: Row): readonly Clash[];
}
export type Clash = readonly [column: string, what: string];

export type RegisterRow<Id extends RegisterId> = NonNullable<Registers[Id]>[number];
type ColumnsOf<Row> = { readonly [K in keyof Row]: RegisterColumn<Row[K]> };
export type RegisterDefinitions = { readonly [Id in RegisterId]: RegisterDefinition<RegisterRow<Id>> };

const column = <T>(header: string, cell: Cell<T>): RegisterColumn<T> => ({ header, cell });

function define<Row>(
  title: string,
  columns: ColumnsOf<Row>,
  unique: readonly (keyof Row & string)[] = [],
  clashes: (row: Row) => readonly Clash[] = () => [],
): RegisterDefinition<Row> {
  const byId = columns as Readonly<Record<string, RegisterColumn>>;
  const shape = Object.fromEntries(Object.entries(byId).map(([id, { cell }]) => [id, cell.schema]));
  // The compiler does not follow a mapped shape into its object; ColumnsOf has already tied each column to its field.
  const row = z.object(shape) as unknown as z.ZodType<Row, Record<string, string>>;
  return { title, columns: byId, row, unique, clashes };
}

/** The eleven registers of the contract, section 7. */
export function registerDefinitions(plan: Plan): RegisterDefinitions {
  const unit = column('单位', cells.unit(plan));
  const period = column('季度', cells.quarter);
  const reason = column('理由', cells.text);
  return {
    submissions: define(
      '报送台账',
      {
        unit,
        month: column('月份', cells.month),
        sent: column('报送数', cells.count),
        rejected: column('不合格数', cells.count),
      },
      ['unit', 'month'],
      ({ sent, rejected }) => (rejected > sent ? [['rejected', '不合格数大于报送数']] : []),
    ),
    feedback: define(
      '整改反馈台账',
      {
        unit,
        period,
        due: column('截止日期', cells.day),
        received: column('反馈日期', cells.optional(cells.day, null)),
      },
      ['unit', 'period'],
    ),
    coverage: define('重点栏目保障得分台账', { unit, period, score: column('重点栏目保障得分', cells.points) }, [
      'unit',
      'period',
    ]),
    personnel: define(
      '人员台账',
      {
        unit,
        name: column('姓名', cells.text),
        post: column('职务', cells.text),
        duties: column('分工', cells.anyText),
        from: column('任职日期', cells.optional(cells.day, null)),
        until: column('免职日期', cells.optional(cells.day, null)),
      },
      [],
      ({ from, until }) => (from && until && until < from ? [['until', '免职日期早于任职日期']] : []),
    ),
    'no-event': define('无事项说明台账', {
      unit,
      topic: column('主题', cells.topic),
      period: column('期间', cells.anyPeriod),
      reason: column('说明', cells.text),
      url: column('网址', cells.optional(cells.address, '')),
    }),
    holidays: define('节假日台账', { date: column('日期', cells.day), kind: column('类型', cells.dayKind) }, ['date']),
    waivers: define('豁免台账', {
      unit,
      check: column('检查项', cells.text),
      subject: column('对象', cells.text),
      until: column('有效期至', cells.optional(cells.day, null)),
      by: column('批准人', cells.text),
      reason,
    }),
    applications: define(
      '依申请公开台账',
      {
        unit,
        received: column('收到日期', cells.day),
        channel: column('渠道', cells.anyText),
        extended: column('延期告知日期', cells.optional(cells.day, null)),
        answered: column('答复日期', cells.optional(cells.day, null)),
      },
      [],
      ({ received, extended, answered }) => [
        ...(extended && extended < received ? [['extended', '延期告知日期早于收到日期'] as const] : []),
        ...(answered && answered < received ? [['answered', '答复日期早于收到日期'] as const] : []),
      ],
    ),
    tasks: define(
      '任务台账',
      {
        unit,
        task: column('任务', cells.text),
        due: column('截止日期', cells.day),
        done: column('完成日期', cells.optional(cells.day, null)),
        points: column('分值', cells.optional(cells.points, 0.5)),
      },
      ['unit', 'task'],
    ),
    bonus: define('年终加减分台账', {
      unit,
      year: column('年度', cells.year),
      item: column('事项', cells.text),
      points: column('分值', cells.signedPoints),
      reason,
    }),
    'provincial-loss': define('省级评估失分台账', { unit, period, reason }, ['unit', 'period']),
  };
}
