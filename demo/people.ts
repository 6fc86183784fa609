import { addDays, type CivilDate } from '../src/model/civil-date.ts';
import { personNames } from './names.ts';
import { randomFor } from './random.ts';
import { everBlamed } from './state.ts';
import type { DemoUnit } from './types.ts';
import { DEMO_UNITS } from './units.ts';

/** A post, who holds it by the register, and whom the unit's pages name. */
export interface Post {
  readonly post: string;
  readonly duties: string;
  readonly holder: string;
  readonly from: CivilDate;
  /** The holder before, where the post changed hands in 2023. */
  readonly before: { readonly holder: string; readonly from: CivilDate } | null;
  /** Name on the leadership page that has always been there. */
  readonly onLeadership: string;
  /** Name in the org-functions item. */
  readonly onOrgFunctions: string;
}

const POSTS = {
  department: [
    ['党组书记、局长', '主持全面工作，分管财务和审计'],
    ['党组成员、副局长', '分管办公室、政策法规和信息公开'],
    ['党组成员、副局长', '分管业务科室和安全生产'],
    ['四级调研员', '协助分管行政执法和信访维稳'],
  ],
  town: [
    ['党委副书记、镇长', '主持镇政府全面工作，分管财政所'],
    ['党委委员、副镇长', '分管农业农村、水利和生态环境'],
    ['副镇长', '分管城镇建设、安全生产和应急管理'],
    ['副镇长', '分管民政、卫生健康和社会保障'],
  ],
  subdistrict: [
    ['党工委副书记、办事处主任', '主持办事处全面工作，分管财政所'],
    ['党工委委员、办事处副主任', '分管社区建设、民政和社会保障'],
    ['办事处副主任', '分管安全生产、城市管理和应急管理'],
    ['办事处副主任', '分管经济发展、统计和营商环境'],
  ],
} as const;

/** Units where a post changed hands in 2023 and the pages were put right in place. */
const CHANGED_IN_ORDER = ['区教体局', '区水利局', '金岭回族镇', '稷下街道'];
const CHANGED_ON = { early: '2023-02-20', spring: '2023-04-10' } as const;
const PER_UNIT = 5;

function postsOf(unit: DemoUnit, names: readonly string[]): Post[] {
  const random = randomFor(`people ${unit.id}`);
  const posts = POSTS[unit.kind === 'enterprise' ? 'department' : unit.kind];
  const late = everBlamed(unit, 'leadership-stale') || everBlamed(unit, 'leadership-misplaced');
  const changing = late || CHANGED_IN_ORDER.includes(unit.name) ? 1 : -1;
  return posts.map(([post, duties], i) => {
    const earlier = addDays('2019-03-11' as CivilDate, random.int(0, 1_000));
    const name = names[i] ?? '';
    if (i !== changing) {
      const shown = { onLeadership: name, onOrgFunctions: name };
      return { post, duties, holder: name, from: earlier, before: null, ...shown };
    }
    const holder = names[posts.length] ?? '';
    const onPages = late && !unit.mended.has('leadership') ? name : holder;
    return {
      post,
      duties,
      holder,
      from: (late ? CHANGED_ON.spring : CHANGED_ON.early) as CivilDate,
      before: { holder: name, from: earlier },
      onLeadership: onPages,
      onOrgFunctions: onPages,
    };
  });
}

const ALL_NAMES = personNames(DEMO_UNITS.length * (PER_UNIT + 8));
const ORDER = new Map(DEMO_UNITS.map(({ id }, order) => [id, order]));
const orderOf = ({ id }: DemoUnit): number => ORDER.get(id) ?? 0;

/** The leaders of a unit. Persons are invented. */
export function leadersOf(unit: DemoUnit): readonly Post[] {
  const start = orderOf(unit) * PER_UNIT;
  return postsOf(unit, ALL_NAMES.slice(start, start + PER_UNIT));
}

/** Names of people who are no leaders: enforcement staff. */
export function staffOf(unit: DemoUnit): readonly string[] {
  const start = DEMO_UNITS.length * PER_UNIT + orderOf(unit) * 8;
  return ALL_NAMES.slice(start, start + 8);
}
