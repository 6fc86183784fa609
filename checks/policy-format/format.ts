import { type CivilDate, type Document, type Match, METADATA_FIELDS, type MetadataField, yearOf } from '../kit.ts';

const FORMS = /通知|意见|办法|方案|规定|细则/;
/** A number of any issuer: 临司发〔2022〕3号, also with other brackets. */
const NUMBER = /\p{Script=Han}{2,}.{0,8}[〔[【(（]\s*\d{4}\s*[〕\]】)）].{0,6}\d+\s*号/u;
const NO_NUMBER = /^无(?:文号|字号)?$/;
const PLACEHOLDER = /^[〔[【(（]?\s*[〕\]】)）]?\s*号?$|^[-—/]+$/;

/** The fields that a formatted page shows. Its title is on every page. */
const REQUIRED = [
  'issuer',
  'number',
  'index',
  'writtenOn',
  'publishedOn',
  'theme',
  'validity',
] as const satisfies readonly MetadataField[];

/** Whether a document of this title may be one that the rule is about; one without the words may still bear a number. */
export const scopeByTitle = (title: string): boolean =>
  FORMS.test(title) || !/解读|图解|答记者问|名单|公示/.test(title);

export interface Scope {
  /** Documents written from 1 January of this year on. */
  readonly since: number;
  /** What the numbers of documents from above the district begin with: such pages are reposts. */
  readonly superiorMarks: readonly string[];
  /** What their titles and issuers begin with. */
  readonly superiorNames: readonly string[];
}

/** True: must be formatted and is not. Unsure: not known whether it was written in the time that the rule is about. */
export function judgeFormat(document: Document, scope: Scope): Match {
  const number = document.metadata.number?.value.replace(/\s/g, '') ?? '';
  if (isRepost(document, number, scope)) return false;
  if (!NUMBER.test(number) && !FORMS.test(document.title)) return false;
  if (lacks(document).length === 0) return false;
  if (Object.keys(document.metadata).length === 0)
    return { unsure: 'unparsed', detail: `《${document.title}》的元数据未能识别`, refs: [document.ref] };
  const shown = lacks(document).filter((name) => !unreadFields(document).includes(name));
  if (shown.length === 0)
    return {
      unsure: 'unparsed',
      detail: `《${document.title}》的${lacks(document).join('、')}由脚本或图片显示，未能读取`,
      refs: [document.ref],
    };
  const written = writtenOn(document);
  if (written !== null) return yearOf(written) >= scope.since;
  return {
    unsure: 'unparsed',
    detail: `《${document.title}》未能识别成文日期和发布日期，不能确定是否在规范范围内`,
    refs: [document.ref],
  };
}

/** The fields that the page does not show, by their Chinese names. */
export function lacks({ metadata }: Document): readonly string[] {
  return REQUIRED.filter((field) => {
    const value = metadata[field]?.value.replace(/\s/g, '') ?? '';
    return field === 'number' ? !NO_NUMBER.test(value) && PLACEHOLDER.test(value) : value === '';
  }).map((field) => METADATA_FIELDS[field]);
}

/** The fields that a script or a picture may show. */
const unreadFields = ({ metadata }: Document): readonly string[] =>
  REQUIRED.filter((field) => metadata[field]?.unread).map((field) => METADATA_FIELDS[field]);

/** 成文日期, else the day it was published; null where neither can be read one way only. */
function writtenOn({ dates }: Document): CivilDate | null {
  for (const place of ['written', 'claimed', 'list'] as const) {
    const fact = dates.find((one) => one.place === place);
    if (fact) return fact.sure ? fact.date : null;
  }
  return null;
}

/** A district or county named right behind the province or city is what the name is about: 淄博市临淄区司法局. */
const LOWER = /^.{0,10}?[区县]/;

function isRepost({ title, metadata }: Document, number: string, { superiorMarks, superiorNames }: Scope): boolean {
  if (superiorMarks.some((mark) => number.startsWith(mark))) return true;
  return [title, metadata.issuer?.value ?? ''].some((text) => {
    const folded = text.replace(/\s/g, '');
    const name = superiorNames.find((one) => folded.startsWith(one));
    return name !== undefined && !LOWER.test(folded.slice(name.length));
  });
}
