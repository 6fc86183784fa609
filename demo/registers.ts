import { addDays, type CivilDate } from '../src/model/civil-date.ts';
import { leadersOf } from './people.ts';
import { randomFor } from './random.ts';
import { COVERAGE, SUBMISSIONS } from './scores.ts';
import { blamed } from './state.ts';
import type { District } from './types.ts';
import { DEMO_UNITS } from './units.ts';

type Row = readonly (string | number)[];

const csv = (header: Row, rows: readonly Row[]): string =>
  `${[header, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;

const MONTHS = ['2023-04', '2023-05', '2023-06'] as const;
/** The day by which the problems of the first quarter's bulletin had to be reported as put right. */
const FEEDBACK_DUE = '2023-05-11' as CivilDate;

const submissions = (): Row[] =>
  DEMO_UNITS.flatMap((unit) =>
    (SUBMISSIONS[unit.name] ?? []).map(([sent, rejected], i) => [
      unit.aliases[0] ?? unit.name,
      MONTHS[i] ?? '',
      sent,
      rejected,
    ]),
  );

const feedback = (): Row[] =>
  DEMO_UNITS.map((unit) => {
    const received = addDays(FEEDBACK_DUE, -randomFor(`feedback ${unit.id}`).int(0, 3));
    return [unit.name, '2023Q1', FEEDBACK_DUE, blamed(unit, 'feedback-missing') ? '' : received];
  });

const coverage = (): Row[] => DEMO_UNITS.map((unit) => [unit.name, '2023Q2', COVERAGE[unit.name] ?? '']);

const personnel = (): Row[] =>
  DEMO_UNITS.flatMap((unit) =>
    leadersOf(unit).flatMap(({ post, duties, holder, from, before }): Row[] => [
      ...(before ? [[unit.fullName, before.holder, post, duties, before.from, addDays(from, -1)]] : []),
      [unit.fullName, holder, post, duties, from, ''],
    ]),
  );

/**
 * Periods without any event: those that a page of the site explains, and one that only the register knows.
 */
function noEvents(district: District, origin: string): Row[] {
  const told = district.sites
    .flatMap(({ columns }) => columns)
    .flatMap((column) =>
      column.documents
        .filter((document) => document.title.endsWith('的情况说明'))
        .map(
          ({ path }): Row => [column.unit.name, column.topic, '2023Q2', '本季度未发生需要公开的事项', origin + path],
        ),
    );
  return [...told, ['稷下街道', '公共文化', '2023Q2', '场馆维修，本季度未组织活动', '']];
}

/** Applications for information of the quarter, all answered well within twenty working days. */
const applications = (): Row[] =>
  DEMO_UNITS.flatMap((unit): Row[] => {
    const random = randomFor(`applications ${unit.id}`);
    if (!random.chance(3)) return [];
    const received = addDays('2023-04-03' as CivilDate, random.int(0, 60));
    return [[unit.name, received, random.pick(['网上', '信函', '当面']), '', addDays(received, random.int(3, 18))]];
  });

/** The year's work plan, which every unit had to hand in by the end of June and did. */
const tasks = (): Row[] =>
  DEMO_UNITS.map((unit) => {
    const done = addDays('2023-06-30' as CivilDate, -randomFor(`tasks ${unit.id}`).int(0, 12));
    return [unit.name, '报送政务公开工作台账', '2023-06-30', done, ''];
  });

/** All registers by file name. Names of persons are invented. */
export function registersOf(district: District, origin: string): Readonly<Record<string, string>> {
  return {
    'submissions.csv': csv(['单位', '月份', '报送数', '不合格数'], submissions()),
    'feedback.csv': csv(['单位', '季度', '截止日期', '反馈日期'], feedback()),
    'coverage.csv': csv(['单位', '季度', '重点栏目保障得分'], coverage()),
    'personnel.csv': csv(['单位', '姓名', '职务', '分工', '任职日期', '免职日期'], personnel()),
    'applications.csv': csv(['单位', '收到日期', '渠道', '延期告知日期', '答复日期'], applications()),
    'tasks.csv': csv(['单位', '任务', '截止日期', '完成日期', '分值'], tasks()),
    'no-event.csv': csv(['单位', '主题', '期间', '说明', '网址'], noEvents(district, origin)),
  };
}
