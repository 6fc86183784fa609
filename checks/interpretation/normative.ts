import { type Document, isPolicyDocument, numberOf } from '../kit.ts';

/** The registered number of a normative document in Shandong: ZBCR-2022-0020001, LZDR-2021-0010003. */
const REGISTERED = /[A-Z]{2,8}(?:PR|CR|DR)\s*[-—–－]\s*\d{4}\s*[-—–－]\s*\d{5,}/;
const MARK = /规范性文件/;
/** What changes or ends a document explains nothing new. */
const ENDS = /废止|失效|继续有效|延长有效期|清理结果/;
/** The registered number is printed above or right below the title. */
const HEAD = 300;

/** Whether a document is marked as normative, on its page or by its column. */
export function isNormative(document: Document): boolean {
  const { title, metadata, column, body } = document;
  if (ENDS.test(title) || /解读|图解|一图读懂|问答|答记者问/.test(title)) return false;
  const fields = [metadata.number, metadata.index, metadata.validity, metadata.theme, metadata.title];
  if (fields.some((field) => field && MARK.test(`${field.label}${field.value}`))) return true;
  if (MARK.test(column.name) && isPolicyDocument(document)) return true;
  const head = body.ok ? body.value.text.slice(0, HEAD) : '';
  return REGISTERED.test(`${numberOf(document)}\n${title}\n${head}`);
}
