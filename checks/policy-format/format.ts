import {
  type CivilDate,
  type Document,
  isPolicyDocument,
  isRepost,
  type Match,
  METADATA_FIELDS,
  type MetadataField,
  type Superiors,
  yearOf,
} from '../kit.ts';

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

export interface Scope extends Superiors {
  /** Documents written from 1 January of this year on. */
  readonly since: number;
}

/** True: must be formatted and is not. Unsure: not known whether it was written in the time that the rule is about. */
export function judgeFormat(document: Document, scope: Scope): Match {
  if (isRepost(document, scope) || !isPolicyDocument(document)) return false;
  if (lacks(document).length === 0) return false;
  if (Object.keys(document.metadata).length === 0 || isBlockUnread(document))
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

/** Short lines such as 索取号 37030500/2023-12 that a reader of labels should have known. */
const LABEL =
  /^[【[（(]?\s*(?:索\s*[引取]\s*[号码]|[发公]?文\s*(?:字\s*)?号|成\s*文\s*[日时]|主题(?:分类|类别)|有\s*效\s*性|时\s*效)/;

/** Whether a page has a block of metadata that was taken for its text. */
function isBlockUnread({ metadata, body }: Document): boolean {
  const isBare = !metadata.number && !metadata.index && !metadata.writtenOn && !metadata.theme && !metadata.validity;
  return isBare && body.ok && body.value.text.split('\n').some((line) => line.length <= 40 && LABEL.test(line.trim()));
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
