import { EXIT, UserError } from '../src/model/user-error.ts';
import { buildSite } from './district.ts';
import { problemsOf } from './problems.ts';
import { type Resource, resourcesOf, siteResources } from './resources.ts';
import { GROUPS, type Group } from './state.ts';
import type { DemoSite, District } from './types.ts';
import { DEMO_UNITS } from './units.ts';

/** A resource and since when it is as it is. */
export interface Published {
  readonly resource: Resource;
  readonly modified: Date;
}

/** The morning of the day of the demonstration. Each change is told a second later than the one before: no clock is asked. */
const OPENED = Date.parse('2023-08-08T00:00:00Z');

/** A district whose units can put right what the bulletin found on their pages, and take that back. */
export class LiveDistrict {
  private readonly bySite: Map<string, DemoSite>;
  private readonly byPath: Map<string, Published>;
  private changes = 0;

  constructor(district: District) {
    const modified = new Date(OPENED);
    this.bySite = new Map(district.sites.map((site) => [site.unit.id, site]));
    this.byPath = new Map([...resourcesOf(district)].map(([path, resource]) => [path, { resource, modified }]));
  }

  get sites(): readonly DemoSite[] {
    return [...this.bySite.values()];
  }

  find(path: string): Published | undefined {
    return this.byPath.get(path);
  }

  /**
   * Puts right what the bulletin found on the pages of a unit (by id or short name) in one group, or takes that back.
   * Where it is so already nothing happens. Throws UserError (usage) for a unit, a group or a problem that is not there.
   */
  set(name: string, group: string, isMended: boolean): void {
    const { site, problem } = this.problem(name, group);
    const { unit } = site;
    if (unit.mended.has(problem) === isMended) return;
    const mended = GROUPS.filter((one) => (one === problem ? isMended : unit.mended.has(one)));
    const order = DEMO_UNITS.findIndex(({ id }) => id === unit.id);
    this.replace(site, buildSite({ ...unit, mended: new Set(mended) }, order));
  }

  /** Publishes a site in the place of another; what is the same in both stays as it was. */
  private replace(before: DemoSite, after: DemoSite): void {
    this.changes += 1;
    const modified = new Date(OPENED + this.changes * 1000);
    const next = siteResources(after);
    for (const path of siteResources(before).keys()) if (!next.has(path)) this.byPath.delete(path);
    for (const [path, resource] of next) {
      if (this.byPath.get(path)?.resource.source() !== resource.source()) this.byPath.set(path, { resource, modified });
    }
    this.bySite.set(after.unit.id, after);
  }

  private problem(name: string, wanted: string): { readonly site: DemoSite; readonly problem: Group } {
    const site = this.sites.find(({ unit }) => unit.id === name || unit.name === name);
    if (!site) throw wrong('演示区没有这个单位', name, '请填写单位的编号或简称，如 lzqqdzrmzf 或 齐都镇。');
    const group = GROUPS.find((one) => one === wanted);
    if (!group) throw wrong('演示网站没有这一类问题', wanted, `可填写：${GROUPS.join('、')}。`);
    const had = problemsOf(site.unit).map((problem) => problem.group);
    if (had.includes(group)) return { site, problem: group };
    const remedy = had.length > 0 ? `该单位可整改：${had.join('、')}。` : '该单位的网页没有可整改的问题。';
    throw wrong(`${site.unit.name}的网页没有这一类问题`, group, remedy);
  }
}

const wrong = (what: string, value: string, remedy: string): UserError =>
  new UserError(EXIT.usage, [{ place: {}, what, value, remedy }]);
