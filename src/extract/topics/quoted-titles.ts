import { squeeze } from '../html.ts';

/** Words around what a document is about, which every other title has too. */
const AROUND =
  /关于|印发|公布|发布|制定|修订|进一步|加强|做好|推进|开展|通知|公告|公开|征求|征集|意见稿|意见|草案|政策|解读|图解|一图读懂|文字|新闻发布会|答记者问|问答|明白纸|的|[《》〈〉【】]|[（(][^）)]*[）)]|\d{4}年度?|[\s“”"':：、，,-]/g;
const SHORTEST = 4;
/** So many signs in a row that two titles share are no accident. */
const SHARED = 6;

/** What stands between 《 and 》, the outer pair where they nest, white space left out. */
export function quotedTitles(text: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') {
      if (depth === 0) from = i + 1;
      depth += 1;
    } else if (text[i] === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0) titles.push(squeeze(text.slice(from, i)));
    }
  }
  return titles;
}

/** Whether a text names a document by its title in 《》, in whole or by the title that is itself quoted in it. */
export function namesTitle(text: string, title: string): boolean {
  const own = [squeeze(title), ...quotedTitles(title)].filter((one) => core(one).length >= SHORTEST);
  return quotedTitles(text).some((quoted) =>
    own.some((one) => one === quoted || (core(quoted).length >= SHORTEST && core(one) === core(quoted))),
  );
}

/** What may stand before a title's matter: who speaks, or of where. */
const WHOSE = /^(?:.{0,14}(?:[省市区县旗镇乡局委]|街道|政府|办公室|办事处|委员会|中心))?$/;

/** Whether a title without 《》 is a document's own with words of interpretation around it: 一图读懂测试项目管理办法. */
export function isTitledAfter(title: string, document: string): boolean {
  const said = core(title);
  if (said.length < SHORTEST) return false;
  return [document, ...quotedTitles(document)].some((one) => {
    const own = core(one);
    const [longer, shorter] = own.length > said.length ? [own, said] : [said, own];
    return shorter.length >= SHORTEST && longer.endsWith(shorter) && WHOSE.test(longer.slice(0, -shorter.length));
  });
}

/** What a title is about: without the words that stand around it. */
const core = (title: string): string => squeeze(title).replace(AROUND, '');

/**
 * Whether two titles may be about the same matter. Says yes too often rather than too seldom: it excuses, and never
 * proves that they belong together.
 */
export function mayBeSameMatter(a: string, b: string): boolean {
  const [one, other] = [core(a), core(b)];
  if (one.length < SHARED || other.length < SHARED) return one !== '' && (one.includes(other) || other.includes(one));
  for (let i = 0; i + SHARED <= one.length; i++) if (other.includes(one.slice(i, i + SHARED))) return true;
  return false;
}
