import type { AttachmentContent } from '../../../model/document.ts';
import { readDisclosureTable, readDisclosureText } from './disclosure-table.ts';
import type { ReportTables } from './facts.ts';
import { unread } from './figures.ts';
import { readLitigationTable, readLitigationText } from './litigation-table.ts';
import { readRequestTable } from './request-table.ts';
import { readRequestText } from './request-text.ts';
import type { TableFault, TableReading } from './table-facts.ts';

/** Faults of the drawing only: the same figures may be clear from the order in which they are read. */
const OF_DRAWING: readonly TableFault[] = ['columns', 'layout', 'line-count'];

/**
 * The three tables of a report, of its page or files in the order given; the first reading that is whole. `pictures`:
 * whether one of the pictures beside the text may be the table.
 */
export function readReportTables(sources: readonly AttachmentContent[], pictures: boolean): ReportTables {
  const of = <T>(
    name: string,
    drawn: (tables: AttachmentContent['tables']) => TableReading<T> | null,
    flattened: (text: string) => TableReading<T> | null,
  ): TableReading<T> => {
    const readings = sources.flatMap(({ text, tables }) => {
      const table = drawn(tables);
      const line = table === null || (!table.ok && OF_DRAWING.includes(table.why)) ? flattened(text) : null;
      return [table, line].filter((reading) => reading !== null);
    });
    const whole = readings.find(({ ok }) => ok) ?? readings[0];
    if (whole) return whole;
    return pictures ? unread('picture', `${name}可能是图片，未能读取`) : unread('absent', `未找到${name}`);
  };
  return {
    disclosure: of('主动公开情况表', readDisclosureTable, readDisclosureText),
    requests: of('申请办理情况表', readRequestTable, readRequestText),
    litigation: of('复议诉讼情况表', readLitigationTable, readLitigationText),
  };
}
