import { type Document, quotedTitles, type Topic, yearsOfTitle } from '../kit.ts';

/** What a title plainly is, and where that belongs. */
interface PlaceRule {
  readonly topic: Topic;
  /** For people. */
  readonly kind: string;
  readonly title: RegExp;
  /** Whether a document of the right column may be this one, under whatever title. Says yes too often rather than too seldom. */
  readonly isSame: (misplaced: string, other: string) => boolean;
}

const flat = (title: string): string => title.replace(/\s/g, '');
const sameYear = (a: string, b: string): boolean => {
  const years = yearsOfTitle(b);
  return years.length === 0 || yearsOfTitle(a).some((year) => years.includes(year));
};

/** Only what nothing but the thing itself is called: news about a report end in other words. */
const PLACE_RULES: readonly PlaceRule[] = [
  {
    topic: 'annual-report',
    kind: '政府信息公开年度报告',
    title: /\d{4}年?度?.{0,4}(?:政府)?信息公开(?:工作)?年度报告(?:[（(][^）)]*[）)])?$/,
    isSame: sameYear,
  },
  {
    topic: 'guide',
    kind: '信息公开指南',
    title: /(?:政府)?信息公开指南(?:[（(][^）)]*[）)])?$/,
    isSame: (_, other) => other.includes('指南'),
  },
  {
    topic: 'penalties',
    kind: '行政处罚决定书',
    title: /行政处罚决定书(?:[（(][^）)]*[）)])?$/,
    isSame: (a, b) => flat(a) === flat(b),
  },
  {
    topic: 'proposals',
    kind: '建议提案答复',
    title: /第\d+号.{0,6}(?:建议|提案)的(?:答复|会办意见|复函)$/,
    isSame: (a, b) => flat(a) === flat(b),
  },
];

/** Where nothing but news, notices or policy documents stands: only there the thing is out of place. */
const NEWS = /动态|新闻|要闻|资讯|通知公告|公告公示/;

/** The rule by which a document stands in a column of another thing; null where it may stand there. */
export function ruleFor({ title, column }: Document): PlaceRule | null {
  if (column.topic !== 'policy-docs' && !(column.topic === 'other' && NEWS.test(column.name))) return null;
  if (quotedTitles(title).length > 0) return null;
  const plain = flat(title);
  return PLACE_RULES.find((rule) => rule.title.test(plain)) ?? null;
}
