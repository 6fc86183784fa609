import type { Document, Table } from '../../model/document.ts';

/** Kinds of powers and services, as lists and pages of items name them. */
const KIND = /行政(?:许可|处罚|强制|征收|给付|检查|确认|奖励|裁决|征用)|其他(?:行政)?(?:权力|职权)|公共服务/;
const KIND_LABEL = /(?:事项|权力|职权)(?:类型|类别)|类型$/;
/** Labels of the elements that an item's page shows. */
const ELEMENT =
  /^(?:事项名称|项目名称|职权名称|事项类型|事项编码|实施(?:机关|主体|机构)|行使主体|设定依据|办理依据|实施依据|法律依据|受理条件|办理条件|申请条件|申请材料|申报材料|提交材料|法定(?:办结)?(?:时限|期限)|承诺(?:办结)?(?:时限|期限)|办理(?:时限|期限|时间|地点|地址|机构|结果)|办结时限|收费(?:标准|依据|情况)?|是否收费|咨询(?:电话|方式)|监督(?:电话|方式)|投诉电话|服务对象)$/;
const PROCESS = /流程|办理(?:程序|步骤|环节)|办事(?:程序|步骤)|工作程序|实施程序/;
/** A page of fewer elements may be anything. */
const FEWEST_ELEMENTS = 2;

/** What the page of a power or service says of itself. */
export interface ServiceItem {
  /** 行政处罚, 行政检查, …; null where nothing tells. */
  readonly kind: string | null;
  /** Whether it shows, or names a file or picture of, how the matter is handled. */
  readonly hasProcess: boolean;
}

/** Reads the page of one power or service; null for any other document, such as a list of them or a notice. */
export function readServiceItem({ title, body, attachments, column }: Document): ServiceItem | null {
  if (!body.ok || /清单|目录|汇总|通知|公告|公示/.test(title)) return null;
  const { text, tables, images, links } = body.value;
  const lines = text.split('\n');
  const pairs = [...tables.flatMap(pairsOf), ...lines.flatMap(pairOf)];
  const elements = new Set(pairs.flatMap(([label]) => (ELEMENT.test(label) ? [label] : [])));
  const headers = new Set(tables.flatMap(({ rows }) => rows.filter(isHeader).flat()));
  const headings = lines.filter(
    (line) => line.length <= LONGEST_LABEL && ELEMENT.test(bare(line)) && !headers.has(line),
  );
  if (elements.size + headings.length < FEWEST_ELEMENTS) return null;
  const named = pairs.find(([label, value]) => KIND_LABEL.test(label) && KIND.test(value))?.[1] ?? '';
  const kind = [named, title, column.name].map((place) => KIND.exec(place)?.[0]).find((one) => one !== undefined);
  const files = attachments.map(({ name, reading }) => `${name}\n${reading.ok ? reading.value.text : ''}`);
  const places = [text, ...files, ...images.map(({ alt, url }) => `${alt} ${url}`), ...links.map((link) => link.text)];
  const cells = tables.flatMap(({ caption, rows }) => [caption, ...rows.flat()]);
  return { kind: kind ?? null, hasProcess: [...places, ...cells].some((place) => PROCESS.test(place)) };
}

const LONGEST_LABEL = 16;

/** 一、办理地点： without its number and colon. */
const bare = (label: string): string =>
  label.replace(/\s/g, '').replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．]?|[:：]$/g, '');

type Pair = readonly [label: string, value: string];

/** A row of labels is the header of a list of items, not an item's own. */
const isHeader = (row: readonly string[]): boolean =>
  row.some((cell, i) => ELEMENT.test(bare(cell)) && ELEMENT.test(bare(row[i + 1] ?? '')));

/** Every cell with the one beside it. */
const pairsOf = ({ rows }: Table): readonly Pair[] =>
  rows
    .filter((row) => !isHeader(row))
    .flatMap((row) => row.slice(0, -1).map((cell, i): Pair => [bare(cell), row[i + 1] ?? '']));

function pairOf(line: string): readonly Pair[] {
  const at = line.search(/[:：]/);
  return at > 0 && at <= LONGEST_LABEL ? [[bare(line.slice(0, at)), line.slice(at + 1)]] : [];
}
