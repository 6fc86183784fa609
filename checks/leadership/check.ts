import { defineCheck, type NonEmpty, type NotKnown, type Ref, refOf, type TopicFacts, z } from '../kit.ts';
import { type Change, changesFromNotices, changesFromRegister, latestOnly, missesDeadline } from './changes.ts';
import { differingPosts } from './mismatch.ts';
import { concerns, isNotice, isSuperseded, lists, type Page, pageOf, shows, unreadablePage } from './pages.ts';
import { changesFromPosted, postedApart } from './posted.ts';

export default defineCheck({
  id: 'leadership',
  title: '领导分工与机构职能',
  topics: ['leadership', 'org-functions', 'personnel'],
  registers: ['personnel'],
  basis: [
    { document: '中华人民共和国政府信息公开条例（国务院令第711号）', clause: '第二十条（二）、第二十六条' },
    { document: '临政办字〔2021〕8号', clause: '第十四条' },
  ],
  messages: {
    stale: {
      text: '领导分工未更新：{changes}，页面仍未反映（页面日期{date}）',
      fix: '请在“{column}”栏目原有条目《{title}》中直接更新领导姓名、职务和分工，不要另发新文',
    },
    mismatch: {
      text: '机构职能与领导分工公布的人员不一致：{differences}',
      fix: '请核对后修改《{title}》与《{other}》，使同一职务的人员一致',
    },
    misplaced: {
      text: '领导调整另发新文《{posted}》，“工作部门职能配置及内设机构”条目《{title}》未更新：{changes}',
      fix: '请在“{column}”栏目原有条目《{title}》（工作部门职能配置及内设机构）中直接修改，不要在领导分工目录另发新文',
    },
  },
  params: z.strictObject({
    /** Working days that a unit has for showing a change. */
    workdays: z.int().min(1).default(20),
  }),
  subject: ({ unit }) => unit.id,
  run({ unit, asOf, calendar, params, topic, register, report }) {
    const leadership = topic('leadership');
    const orgFunctions = topic('org-functions');
    const home = leadership.columns[0] ?? orgFunctions.columns[0];
    if (!home) return report.notApplicable('no-column', '领导分工、机构职能', { topic: 'leadership' });
    const about = { topic: 'leadership', column: home } as const;

    const refs: Ref[] = [];
    for (const facts of [leadership, orgFunctions]) {
      if (facts.columns.length === 0) continue;
      const { rest } = facts.sift({ match: (document) => unreadablePage(document) ?? false });
      if (rest.kind === 'unknown')
        return report.inconclusive(rest, { ...about, column: columnOf(facts, rest) ?? home });
      refs.push(...rest.coverage.refs);
    }
    const [first, ...others] = refs;
    if (!first)
      return report.inconclusive({ why: 'unparsed', detail: '领导分工和机构职能栏目均无内容', refs: [] }, about);
    const all: NonEmpty<Ref> = [first, ...others];

    const own = leadership.documents.map(pageOf);
    const org = orgFunctions.documents.map(pageOf);
    const known = knownChanges();
    if (known.unknown)
      return report.inconclusive(known.unknown, {
        ...about,
        column: columnOf(topic('personnel'), known.unknown) ?? home,
      });

    // A page that shows a change is no ground for anything, so the calendar matters only for what none shows.
    const listing = (pages: readonly Page[], change: Change) =>
      pages.some((page) => lists(page) && concerns(page, change));
    const unseen = known.changes.filter((change) => !shows(own, change) && !shows(org, change));
    const inOrgMissing = known.changes.filter(
      (change) => shows(own, change) && listing(org, change) && !shows(org, change),
    );
    const timed = [...unseen, ...inOrgMissing].map((change) => ({
      change,
      late: missesDeadline(change, asOf, params.workdays, calendar),
    }));
    const late = new Set(timed.filter((one) => one.late === true).map(({ change }) => change));

    const misplaced = inOrgMissing.flatMap((change) => {
      const posted = postedApart(own, change);
      return posted && late.has(change) ? [{ change, posted }] : [];
    });
    const stale = unseen.filter((change) => late.has(change));
    const [moved] = misplaced;
    const item = org.find(lists);
    if (moved && item) {
      const { title, column, ref } = item.document;
      const changes = misplaced.map(({ change }) => change.text).join('；');
      const evidence: NonEmpty<Ref> = [refOf(ref, title), refOf(moved.posted.ref, moved.posted.title), ...all];
      report.fail('misplaced', { posted: moved.posted.title, title, changes, column: column.name }, evidence, {
        ...about,
        column,
      });
    }
    // A change that was posted in the wrong place is not also one that no page shows, nor is what goes with it.
    if (!moved && stale.length > 0) {
      const page = item ?? own.find(lists);
      if (!page) {
        const detail = `${stale.map(({ text }) => text).join('；')}；页面上的领导名单未能识别`;
        return report.inconclusive({ why: 'unparsed', detail, refs: [first] }, about);
      }
      const { title, column, ref } = page.document;
      const changes = stale.map(({ text }) => text).join('；');
      const evidence: NonEmpty<Ref> = [
        refOf(ref, `${page.date} ${title}`),
        ...stale.flatMap((change) => change.ref ?? []),
        ...all,
      ];
      report.fail('stale', { changes, date: page.date || '未标明', title, column: column.name }, evidence, {
        ...about,
        column,
      });
    }
    if (moved || stale.length > 0) return;

    const differing = differingPosts(own, org);
    const [difference] = differing;
    if (difference) {
      const values = {
        differences: differing.map(({ text }) => text).join('；'),
        title: difference.org.title,
        other: difference.own.title,
      };
      const evidence: NonEmpty<Ref> = [
        refOf(difference.org.ref, difference.text),
        refOf(difference.own.ref, difference.text),
        ...all,
      ];
      return report.fail('mismatch', values, evidence, { ...about, column: difference.org.column });
    }
    if (timed.some((one) => one.late === null))
      return report.inconclusive({ why: 'calendar-gap', detail: '有领导调整，其公开期限无法确定', refs: [] }, about);
    const text = known.changes.length > 0 ? '已知的领导调整均已在页面反映' : '未发现领导调整，页面内容完整';
    return report.pass(text, all, about);

    function knownChanges(): { readonly changes: readonly Change[]; readonly unknown: NotKnown | null } {
      const rows = register('personnel') ?? [];
      const notices = topic('personnel');
      const fromRegister = changesFromRegister(rows, asOf);
      const { found, rest } = notices.sift({ match: () => true });
      const posted = leadership.documents.filter((document) => document.captured && isNotice(document));
      const fromNotices = [...found, ...posted]
        .flatMap((notice) => changesFromNotices(notice, unit, asOf))
        .filter((change) => !isSuperseded([...own, ...org], change));
      const told = latestOnly([...fromRegister, ...fromNotices]);
      const fromPosted = changesFromPosted(own, org, asOf).filter(({ name }) => !told.some((one) => one.name === name));
      const changes = [...told, ...fromPosted];
      const unknown = notices.columns.length > 0 && rest.kind === 'unknown' ? rest : null;
      return { changes, unknown };
    }
  },
});

/** The column whose failure an answer tells of. */
const columnOf = (facts: TopicFacts, { detail }: NotKnown) =>
  facts
    .each()
    .find(
      ({ gaps, documents }) =>
        gaps.some((gap) => detail.startsWith(gap.url)) || documents.some(({ title }) => detail.includes(title)),
    )?.columns[0];
