import type { CivilDate } from '../../src/model/civil-date.ts';
import { chineseDate, heading, paragraphs, table } from '../html.ts';
import { leadersOf, type Post } from '../people.ts';
import { randomFor } from '../random.ts';
import { AS_OF } from '../schedule.ts';
import { everBlamed, mended } from '../state.ts';
import type { DemoUnit, Draft } from '../types.ts';

type Person = Pick<Post, 'post' | 'duties'> & { readonly name: string };

const asTable = (people: readonly Person[]): string =>
  table({
    header: ['序号', '姓名', '职务', '工作分工'],
    rows: people.map(({ name, post, duties }, i) => [String(i + 1), name, post, duties]),
  });

const asBlocks = (people: readonly Person[]): string =>
  people
    .map(({ name, post, duties }) => paragraphs([`姓名：${name}`, `职务：${post}`, `分工：${duties}。`]))
    .join('\n');

/** How the unit prints its leaders: a table, or a block of lines for each. */
function leadersHtml(unit: DemoUnit, people: readonly Person[]): string {
  return randomFor(`leaders ${unit.id}`).chance(2) ? asTable(people) : asBlocks(people);
}

/** What an item carries that was put right on the day of the demonstration. */
const revision = (unit: DemoUnit): Pick<Draft, 'revised'> =>
  mended(unit, 'leadership-stale') || mended(unit, 'leadership-misplaced') ? { revised: AS_OF } : {};

/**
 * The column 领导分工: one item with all leaders. Where the bulletin found the change in the wrong place, the
 * old item still stands and the change was posted as a new document, which stays when the item is put right.
 */
export function leadershipDrafts(unit: DemoUnit): Draft[] {
  const posts = leadersOf(unit);
  const shown = posts.map(({ onLeadership, post, duties }) => ({ name: onLeadership, post, duties }));
  const changed = posts.find((post) => post.before);
  const late = everBlamed(unit, 'leadership-stale') || everBlamed(unit, 'leadership-misplaced');
  const inOrder = changed && !late;
  const first: Draft = {
    title: `${unit.fullName}领导分工`,
    date: (inOrder ? '2023-03-01' : '2022-05-16') as CivilDate,
    dateText: inOrder ? '2023-03-01' : '2022-05-16',
    ...revision(unit),
    body: () => leadersHtml(unit, shown),
  };
  if (!changed || !everBlamed(unit, 'leadership-misplaced')) return [first];
  const now = posts.map(({ holder, post, duties }) => ({ name: holder, post, duties }));
  const posted: Draft = {
    title: `${unit.fullName}关于调整领导分工的通知`,
    date: '2023-04-18' as CivilDate,
    dateText: '2023-04-18',
    createdAfter: 0,
    body: () =>
      `${paragraphs([`因工作变动，自${chineseDate(changed.from)}起，领导分工调整如下：`])}\n${leadersHtml(unit, now)}`,
  };
  return [posted, first];
}

const OFFICES = {
  department: ['办公室', '政策法规科', '业务一科', '业务二科', '财务科'],
  town: ['党政办公室', '司法所', '应急管理办公室', '便民服务中心', '财政所'],
  subdistrict: ['党政办公室', '司法所', '应急管理办公室', '便民服务中心', '财政所'],
} as const;
const TASKS = [
  '负责机关日常运转、文电会务和信息公开工作。',
  '负责有关政策的调研起草和合法性审核工作。',
  '负责本领域业务的组织实施和监督检查。',
  '负责服务对象的日常管理和咨询答复。',
  '负责经费预算、决算和资产管理工作。',
] as const;

/** The item 工作部门职能配置及内设机构, which must be kept up to date in place. */
export function orgFunctionDrafts(unit: DemoUnit): Draft[] {
  const offices = OFFICES[unit.kind === 'enterprise' ? 'department' : unit.kind];
  const people = leadersOf(unit).map(({ onOrgFunctions, post, duties }) => ({ name: onOrgFunctions, post, duties }));
  return [
    {
      title: `${unit.fullName}职能配置及内设机构`,
      date: '2021-08-20' as CivilDate,
      dateText: '2021-08-20',
      ...revision(unit),
      body: () =>
        [
          heading('一、主要职能'),
          paragraphs([
            `贯彻执行国家和省、市有关法律法规和政策，承担${unit.name}职责范围内的管理和服务工作，完成区委、区政府交办的其他任务。`,
          ]),
          heading('二、领导成员'),
          asTable(people),
          heading('三、内设机构'),
          paragraphs(offices.map((office, i) => `${office}：${TASKS[i]}`)),
          heading('四、联系方式'),
          paragraphs([`办公地址：${unit.address}　办公时间：工作日8:30—12:00，13:30—17:30　联系电话：${unit.phone}`]),
        ].join('\n'),
    },
  ];
}

/** Appointments that the pages show: each names the present holder of a post. */
export function personnelDrafts(unit: DemoUnit): Draft[] {
  return leadersOf(unit)
    .filter((post) => post.before === null)
    .map(({ holder, post, from }) => ({
      title: `关于${holder}同志任职的通知`,
      date: from,
      dateText: from,
      number: `临人任〔${from.slice(0, 4)}〕${randomFor(holder).int(2, 40)}号`,
      body: () => paragraphs([`经研究决定，任命${holder}同志为${unit.fullName}${post}。`, chineseDate(from)]),
    }));
}
