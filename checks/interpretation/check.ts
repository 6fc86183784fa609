import {
  type CivilDate,
  type Document,
  daysBetween,
  defineCheck,
  type Fault,
  isRepost,
  judgeDocuments,
  publishedOn,
  refOf,
  superiors,
  type Unsure,
  z,
} from '../kit.ts';
import { areLinked, explains, isInterpretation, mayExplain } from './match.ts';
import { isNormative } from './normative.ts';

const messages = {
  late: {
    text: '规范性文件《{title}》{published}发布，{first}，超过{workdays}个工作日',
    fix: '请在“{column}”栏目发布该文件的解读；今后解读与文件同步组织，在文件发布后{workdays}个工作日内公开',
  },
  unlinked: {
    text: '《{title}》与其解读《{interpretation}》没有互相链接',
    fix: '请在“{column}”栏目该文件页面添加解读链接，并在解读页面添加文件链接',
    advisory: true,
  },
} as const;

export default defineCheck({
  id: 'interpretation',
  title: '政策解读',
  topics: ['interpretation', 'policy-docs'],
  basis: [
    { document: '临政办字〔2021〕8号', clause: '第六条（四）' },
    { document: '临政办字〔2022〕16号', clause: '附件1第40项' },
  ],
  messages,
  params: z.strictObject({
    /** Working days from a normative document to its first interpretation. */
    workdays: z.int().min(1).max(250).default(3),
    /** Working days by which an interpretation may be late without being late. */
    graceWorkdays: z.int().min(0).max(20).default(2),
    /** Documents published on this day or later. */
    since: z.iso.date().default('2021-04-01'),
    ...superiors,
  }),
  subject: ({ unit }) => unit.id,
  run(context) {
    const { asOf, params, calendar, topic, report, unit } = context;
    const [interpretations, policies] = [topic('interpretation'), topic('policy-docs')];
    const [column] = interpretations.columns;
    if (!column || policies.columns.length === 0)
      return report.notApplicable('no-column', column ? '政策文件' : '政策解读');

    const all = [...interpretations.documents, ...policies.documents].filter((one) => one.captured);
    const explaining = all.filter(isInterpretation);
    const least = params.workdays + params.graceWorkdays;

    judgeDocuments(context, policies, {
      judge(document): readonly Fault<typeof messages>[] | Unsure {
        if (isInterpretation(document) || isRepost(document, { ...params, unit })) return [];
        const found = explaining.filter((one) => explains(one, document));
        const unlinked = unlinkedFault(document, found);
        const late = isNormative(document) ? judgeLate(document, found) : null;
        if (late && 'unsure' in late) return unlinked.length > 0 ? unlinked : late;
        if (late) return [late, ...unlinked];
        const [gap] = interpretations.gaps;
        if (unlinked.length > 0 || !gap) return unlinked;
        return { unsure: gap.why, detail: `${gap.url} ${gap.detail}`, refs: gap.ref ? [gap.ref] : [] };
      },
    });

    function judgeLate(document: Document, found: readonly Document[]): Fault<typeof messages> | Unsure | null {
      const { title } = document;
      const unsure = (detail: string): Unsure => ({
        ...{ unsure: 'unparsed', detail: `《${title}》${detail}`, refs: [document.ref] },
      });
      const published = publishedOn(document);
      if (published === null) return unsure('未能识别发布日期');
      if (published < params.since) return null;
      const days = found.map((one) => publishedOn(one));
      const first = days.reduce<CivilDate | null>((best, day) => (day && (!best || day < best) ? day : best), null);
      const until = first ?? asOf;
      if (daysBetween(published, until) <= least) return null;
      const taken = calendar.workdaysBetween(published, until);
      if (taken === null) return { unsure: 'calendar-gap', detail: `《${title}》${published}至${until}` };
      if (taken <= least) return null;
      if (days.includes(null)) return unsure('的解读未能识别发布日期');
      // An earlier one may be what was not read, or what nothing but its title might tell.
      const rest = interpretations.select({ match: (one) => isPossible(one, document, found) });
      if (rest.kind === 'unknown') return { unsure: rest.why, detail: rest.detail, refs: rest.refs };
      if (rest.kind === 'present') return unsure(`可能由《${rest.value[0].title}》解读，不能确定`);
      if (linksToInterpretation(document, found)) return unsure('的页面链接到其他解读，未读取');
      const values = {
        ...{ title, published, workdays: params.workdays, column: column?.name ?? '' },
        first: first === null ? '至今未见解读' : `首份解读${first}才发布`,
      };
      const seen = found.map((one) => refOf(one.ref, `解读：${one.title}`));
      return {
        ...{ message: 'late', values },
        evidence: [refOf(document.ref, `${published} ${title}`), ...seen, ...rest.coverage.refs],
      };
    }

    function unlinkedFault(document: Document, found: readonly Document[]): readonly Fault<typeof messages>[] {
      const [one] = found;
      if (!one || !document.body.ok || found.some((other) => !other.body.ok || areLinked(other, document))) return [];
      const values = { title: document.title, interpretation: one.title, column: document.column.name };
      return [
        { message: 'unlinked', values, evidence: [refOf(document.ref, document.title), refOf(one.ref, one.title)] },
      ];
    }
  },
});

/** Whether something else than what was found might be an interpretation of the document as well. */
const isPossible = (one: Document, document: Document, found: readonly Document[]): boolean =>
  !found.includes(one) && mayExplain(one, document);

/** Whether a document's page leads to an interpretation that is not among those found. */
const linksToInterpretation = ({ body }: Document, found: readonly Document[]): boolean =>
  body.ok &&
  body.value.links.some(({ url, text }) => /解读|图解|一图读懂/.test(text) && !found.some((one) => one.url === url));
