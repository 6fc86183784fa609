import { contentOf, type Document, isTitledAfter, mayBeSameMatter, namesTitle, numberOf } from '../kit.ts';

const EXPLAINS = /解读|图解|一图读懂|问答|答记者问|明白纸|说明/;
/** What an interpretation is about is said in its title and its first lines. */
const OPENING = 600;

export const isInterpretation = ({ title, column }: Document): boolean =>
  column.topic === 'interpretation' || EXPLAINS.test(title);

/** Whether either of two pages leads to the other. */
export const areLinked = (a: Document, b: Document): boolean => leadsTo(a, b) || leadsTo(b, a);

const leadsTo = (from: Document, to: Document): boolean =>
  from.body.ok && from.body.value.links.some(({ url }) => url === to.url);

/** Whether an interpretation is certainly one of this document: by a link, its title in 《》, or its number. */
export function explains(interpretation: Document, document: Document): boolean {
  if (areLinked(interpretation, document)) return true;
  const said = `${interpretation.title}\n${contentOf(interpretation).text.slice(0, OPENING)}`;
  const number = plainNumber(numberOf(document));
  if (namesTitle(said, document.title) || isTitledAfter(interpretation.title, document.title)) return true;
  return /\d/.test(number) && plainNumber(said).includes(number);
}

/** 〔2022〕3号 and [2022] 3 号 are one. */
const plainNumber = (text: string): string =>
  text
    .replace(/\s/g, '')
    .replace(/[〔[【(（]/g, '(')
    .replace(/[〕\]】)）]/g, ')');

/** Whether an interpretation could be one of this document although nothing proves it. */
export const mayExplain = (interpretation: Document, document: Document): boolean =>
  mayBeSameMatter(interpretation.title, document.title) || namesTitle(contentOf(interpretation).text, document.title);
