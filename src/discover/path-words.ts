import type { Topic } from '../model/topic.ts';

/** Abbreviations by pinyin initials that addresses of columns use, each a whole word of the path or of a query value. */
const PATH_WORDS: Readonly<Record<string, Topic>> = {
  ...words('guide', 'zfxxgkzn xxgkzn gkzn zwgkzn'),
  ...words('annual-report', 'zfxxgknb xxgknb gknb xxgkndbg zfxxgkndbg gkndbg zfxxgkgzndbg xxgkbg'),
  ...words('leadership', 'ldzc ldfg ldxx ldjj ldbz ldjs'),
  ...words('org-functions', 'jgzn jggk jgsz nsjg jgxx jgjj zzjg jgzz'),
  ...words('personnel', 'rsrm rsxx rsgl rmxx'),
  ...words('policy-docs', 'zcwj gfxwj zfwj bmwj fggw xzgfxwj zcfg qtwj'),
  ...words('interpretation', 'zcjd wjjd jdhy zctj bmjd'),
  ...words('consultation', 'yjzj myzj zqyj zjdc dczj'),
  ...words('double-random', 'ssj ssjygk sjcc'),
  ...words('enforcement', 'xzzf zfgs xzzfgs zfgk'),
  ...words('penalties', 'xzcf cfqz xzcfgs'),
  ...words('budget', 'czyjs yjs czxx bmys bmjs ysgk jsgk czzj yjsgk sgjf'),
  ...words('procurement', 'zfcg cgxx'),
  ...words('major-projects', 'zdjsxm zdxm zdgc'),
  ...words('direct-funds', 'zdzj czzdzj'),
  ...words('rural-revitalisation', 'xczx'),
  ...words('employment', 'jycy jyfw'),
  ...words('statistics', 'tjsj tjxx tjgb sjfb'),
  ...words('audit-report', 'sjgk sjbg sjgg sjxx'),
  ...words('air-quality', 'kqzl hjkqzl'),
  ...words('water-quality', 'yysaq yys szxx'),
  ...words('medical-aid', 'yljz'),
  ...words('elderly-allowance', 'gljt'),
  ...words('culture', 'ggwh fwzwhyc'),
  ...words('fees', 'sfml sfxm xzsyxsf sfqd'),
  ...words('fair-competition', 'fbzdjz gpjz'),
  ...words('proposals', 'jyta taya jytabl rdjy zxta'),
  ...words('meetings', 'zfhy cwhy hygk'),
  ...words('gazette', 'zfgb'),
  ...words('powers-list', 'qzqd qlqd zrqd xzql'),
  ...words('catalogue', 'zdgkml xxgkml gkml zdgkjbml'),
  ...words('service-items', 'bszn zwfw fwzn xzxk'),
  ...words('mailbox', 'zfxx qzxx ldxxx jzxx'),
};

function words(topic: Topic, list: string): Record<string, Topic> {
  return Object.fromEntries(list.split(' ').map((word) => [word, topic]));
}

/** The topic that the address itself names by a usual abbreviation (`/zfxxgkzn/`, `?open=zfxxgknb`), nearest the end first. */
export function topicOfPath(url: string): { readonly topic: Topic; readonly word: string } | null {
  const { pathname, searchParams } = new URL(url);
  const parts = [...pathname.split('/'), ...searchParams.values()].reverse();
  for (const part of parts)
    for (const word of part
      .toLowerCase()
      .replace(/\.\w+$/, '')
      .split(/[_\-.]/)
      .reverse()) {
      const topic = Object.hasOwn(PATH_WORDS, word) ? PATH_WORDS[word] : undefined;
      if (topic) return { topic, word };
    }
  return null;
}
