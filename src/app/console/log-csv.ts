import { stringify } from 'csv-stringify/sync';
import { type Actor, may } from '../../model/account.ts';
import type { LogEntry } from '../../model/log-entry.ts';
import { guarded } from '../../registers/formula-guard.ts';
import { actionWords, changeWords, type LogNames, subjectWords, whoWords } from '../../report/log-words.ts';
import { localTime } from '../../report/words.ts';
import type { LogFilter } from '../compose.ts';
import type { Console } from './console.ts';
import { readLog } from './log.ts';
import { NotAllowed } from './refusals.ts';

const HEADER = ['序号', '时间', '操作人', '操作', '对象', '单位', '季度', '内容', '变更前', '变更后'];
/** Entries that are read at once: whoever uses the console meanwhile waits no longer than for these. */
const BATCH = 500;

/**
 * All entries of the log that fit as CSV, the newest first, piece by piece: UTF-8 with the mark that Excel and WPS need.
 * Throws NotAllowed before the first piece.
 */
export function logCsv(console: Console, actor: Actor, filter: Omit<LogFilter, 'limit'>): AsyncGenerator<string> {
  if (!may(actor, 'read-log')) throw new NotAllowed();
  return pieces(console, actor, filter);
}

async function* pieces(console: Console, actor: Actor, filter: Omit<LogFilter, 'limit'>): AsyncGenerator<string> {
  yield `\uFEFF${lines([HEADER])}`;
  const { timeZone } = console.plan();
  let before = filter.before ?? null;
  do {
    const page = await readLog(console, actor, { ...filter, ...(before === null ? {} : { before }), limit: BATCH });
    yield lines(page.entries.map((entry) => row(entry, page.names, timeZone)));
    before = page.next;
  } while (before !== null);
}

const lines = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(guarded)),
    { record_delimiter: 'windows' },
  );

const row = (entry: LogEntry, names: LogNames, timeZone: string): readonly string[] => [
  ...[String(entry.seq), localTime(entry.at, timeZone), whoWords(entry), actionWords(entry)],
  ...[subjectWords(entry, names), names.units.get(entry.unit) ?? entry.unit, entry.period],
  ...[changeWords(entry, names), dataText(entry.before), dataText(entry.after)],
];

const dataText = (data: unknown): string => (data === null ? '' : JSON.stringify(data));
