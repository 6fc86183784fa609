/** 附件：1.申请表, 附件1：申请表; after the colon there must be a name. */
const FIRST =
  /^附\s*件\s*(?:[\d一二三四五六七八九十]{1,2})?\s*[:：]\s*(?:[\d一二三四五六七八九十]{1,2}\s*[.．、,，]\s*)?(\S.*)$/;
/** The next names of such a list. */
const NEXT = /^(?:附\s*件\s*)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[.．、:：]\s*\S/;
/** A name in a document's own list of annexes is short and no sentence. */
const LONGEST_NAME = 60;
/** What is said of annexes that are not meant to be there. */
const NOT_MEANT =
  /^[（(]?(?:无|略|暂无|没有|另发|另附|随文|不公开|不予公开|依申请|纸质|点击|下载)|(?:略|另发|另附|不予公开|不公开|依申请公开|涉密)[）)]?$/;
/** The annex itself, where it is printed further down: 附件, 附件1, alone on their line. */
const PRINTED = /^附\s*件\s*[\d一二三四五六七八九十]{0,2}\s*[:：]?$/;
/** More than a signature, a date and a contact line is content. */
const CLOSING = 120;

/**
 * The line by which a document ends its text with a list of annexes, where none of them is printed below it; null where
 * it names none, or only speaks of one in passing. `lines` as they stand on the page.
 */
export function namedAnnex(lines: readonly string[]): string | null {
  for (const [at, raw] of lines.entries()) {
    const line = raw.trim();
    const name = FIRST.exec(line)?.[1];
    if (name === undefined || name.length > LONGEST_NAME || /[。；;]$/.test(name) || NOT_MEANT.test(name)) continue;
    const rest = lines.slice(at + 1).map((other) => other.trim());
    while (rest[0] !== undefined && NEXT.test(rest[0])) rest.shift();
    if (rest.some((other) => PRINTED.test(other) || bare(other) === bare(name))) return null;
    return rest.join('').length > CLOSING ? null : line;
  }
  return null;
}

/** A name without its file's ending: an annex that is printed bears it as its heading. */
const bare = (name: string): string => name.replace(/\s/g, '').replace(/\.\w{2,4}$/, '');
