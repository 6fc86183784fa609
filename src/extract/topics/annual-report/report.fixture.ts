import type { Attachment, Body, Document } from '../../../model/document.ts';
import { column } from '../../fixtures.ts';

/** An invented report in the form of 国办公开办函〔2021〕30号, and its tables drawn as the official form draws them. */
export const REF = { url: 'http://a.example/doc.html', capturedAt: '2024-02-01T00:00:00Z', sha256: 'ab', record: 'r' };

export const documentOf = (
  title: string,
  body: Partial<Body> | null,
  attachments: readonly Attachment[] = [],
): Document => ({
  column: { ...column, topic: 'annual-report', name: '信息公开年报' },
  url: REF.url,
  inline: false,
  captured: true,
  title,
  metadata: {},
  dates: [],
  body: body
    ? { ok: true, value: { text: '', tables: [], images: [], links: [], opaque: false, ...body } }
    : { ok: false, why: 'unparsed', detail: '未见正文', ref: null },
  attachments,
  ref: REF,
});

export const TITLE = '云溪区水务局2023年政府信息公开工作年度报告';
export const OPENING =
  '本报告依照政府信息公开条例和国家规定的年报格式写成。报告中的数据统计期限自2023年1月1日起至2023年12月31日止。读者如有疑问，请与云溪区水务局联系（地址：云溪区河岸路18号；邮编：250000；电话：0531-5550100；邮箱：shuiwu@yunxi.example.cn）。';
export const GENERAL = [
  '2023年，云溪区水务局围绕供水、防汛和河道管理安排公开工作，重要事项当月上网。',
  '（一）主动公开。全年发布供水检修、水质检测、工程招标等信息一百余条。',
  '（二）依申请公开。收到的申请按时答复，没有引起争议。',
  '（三）信息管理。文件起草时同步确定公开属性，旧文件逐份清理。',
  '（四）平台建设。网站栏目由三名同志分工维护。',
  '（五）监督保障。每季度自查，发现问题当周改正。',
];
export const SIX = [
  '（一）本年没有收取信息处理费。',
  '（二）承办人大代表建议两件，均已公开答复。',
  '（三）年度政务公开工作要点所列任务全部落实。',
  '（四）创新做法：把停水通知做成地图，居民按小区查看。',
];
export const PARTS_LINES = [
  '一、总体情况',
  ...GENERAL,
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '部分信息更新偏慢，今后由专人每周核对。',
  '六、其他需要报告的事项',
  ...SIX,
];
export const SIGN_OFF = ['云溪区水务局', '2024年1月15日'];
export const reportText = (lines: readonly string[] = PARTS_LINES): string =>
  [OPENING, ...lines, ...SIGN_OFF].join('\n');

/** Seven figures to a row. */
export type Figures = readonly number[];

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['（一）予以公开', []],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', []],
  [
    '（三）不予公开',
    [
      '1.属于国家秘密',
      '2.其他法律行政法规禁止公开',
      '3.危及“三安全一稳定”',
      '4.保护第三方合法权益',
      '5.属于三类内部事务信息',
      '6.属于四类过程性信息',
      '7.属于行政执法案卷',
      '8.属于行政查询事项',
    ],
  ],
  ['（四）无法提供', ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确']],
  [
    '（五）不予处理',
    [
      '1.信访举报投诉类申请',
      '2.重复申请',
      '3.要求提供公开出版物',
      '4.无正当理由大量反复申请',
      '5.要求行政机关确认或重新出具已获取信息',
    ],
  ],
];
const SIXTH = [
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
];
export type Form = 'from-2021' | '2019-2020';
const groupsOf = (form: Form): readonly (readonly [string, readonly string[]])[] => [
  ...GROUPS,
  ['（六）其他处理', form === 'from-2021' ? SIXTH : []],
];
export const COLUMN_NAMES = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

/** How a variant draws its cells. */
export interface Drawing {
  readonly cell: (text: string | number, attributes?: string) => string;
  readonly row: (cells: string) => string;
  /** Columns to one figure. */
  readonly span: number;
  readonly head: (rows: string) => string;
  readonly whole: (table: string) => string;
}
export const PLAIN: Drawing = {
  cell: (text, attributes = '') => `<td${attributes}>${text}</td>`,
  row: (cells) => `<tr>${cells}</tr>`,
  span: 1,
  head: (rows) => rows,
  whole: (rows) => `<table border="1">${rows}</table>`,
};

/** 表三 with its rowspans, figures row by row as in the form. */
export function drawRequests(
  figures: readonly Figures[],
  drawing = PLAIN,
  form: Form = 'from-2021',
  header = COLUMN_NAMES,
): string {
  const { cell, row, span, head, whole } = drawing;
  const wide = (columns: number): string => (columns * span > 1 ? ` colspan="${columns * span}"` : '');
  const left = [...figures];
  const cells = (): string => (left.shift() ?? []).map((figure) => cell(figure, wide(1))).join('');
  const [person = '', ...rest] = header;
  const top = [
    row(
      cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', ' colspan="3" rowspan="3"') +
        cell('申请人情况', wide(7)),
    ),
    row(
      cell(person, `${wide(1)} rowspan="2"`) +
        cell('法人或其他组织', wide(5)) +
        cell(rest[5] ?? '', `${wide(1)} rowspan="2"`),
    ),
    row(
      rest
        .slice(0, 5)
        .map((name) => cell(name.replace(/^(..)(..)$/, '$1<br>$2'), wide(1)))
        .join(''),
    ),
  ].join('');
  const before = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量'].map((name) =>
    row(cell(name, ' colspan="3"') + cells()),
  );
  const groups = groupsOf(form);
  const height = groups.reduce((sum, [, lines]) => sum + Math.max(1, lines.length), 1);
  const results = groups.flatMap(([group, lines], g) => {
    const result = g === 0 ? cell('三、本年度办理结果', ` rowspan="${height}"`) : '';
    if (lines.length === 0) return [row(result + cell(group, ' colspan="2"') + cells())];
    return lines.map((line, i) =>
      row((i === 0 ? result + cell(group, ` rowspan="${lines.length}"`) : '') + cell(line) + cells()),
    );
  });
  const body = [
    ...before,
    ...results,
    row(cell('（七）总计', ' colspan="2"') + cells()),
    row(cell('四、结转下年度继续办理', ' colspan="3"') + cells()),
  ];
  return whole(head(top) + body.join(''));
}

const OUTCOME_NAMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
/** 表四: three blocks of five figures under a header of three rows. */
export function drawLitigation(figures: Figures, drawing = PLAIN): string {
  const { cell, row, span, head, whole } = drawing;
  const wide = (columns: number): string => (columns * span > 1 ? ` colspan="${columns * span}"` : '');
  const five = (attributes: string): string =>
    OUTCOME_NAMES.map((name) => cell(`${name.slice(0, 2)}<br>${name.slice(2)}`, attributes)).join('');
  const top = [
    row(cell('行政复议', wide(5)) + cell('行政诉讼', wide(10))),
    row(five(`${wide(1)} rowspan="2"`) + cell('未经复议直接起诉', wide(5)) + cell('复议后起诉', wide(5))),
    row(five(wide(1)) + five(wide(1))),
  ].join('');
  return whole(head(top) + row(figures.map((figure) => cell(figure, wide(1))).join('')));
}

/** 表二 as one table of four stretches. `figures`: three, three, four single ones. */
export function drawDisclosure(figures: readonly (number | string)[], drawing = PLAIN): string {
  const { cell, row, whole } = drawing;
  const all = (text: string): string => row(cell(text, ' colspan="4"'));
  const three = (name: string, from: number): string =>
    row([name, ...figures.slice(from, from + 3)].map((text) => cell(text)).join(''));
  const one = (name: string, at: number | string): string => row(cell(name) + cell(at, ' colspan="3"'));
  return whole(
    [
      all('第二十条第（一）项'),
      row(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => cell(text)).join('')),
      three('规章', 0),
      three('行政规范性文件', 3),
      all('第二十条第（五）项'),
      one('信息内容', '本年处理决定数量'),
      one('行政许可', figures[6] ?? ''),
      all('第二十条第（六）项'),
      one('信息内容', '本年处理决定数量'),
      one('行政处罚', figures[7] ?? ''),
      one('行政强制', figures[8] ?? ''),
      all('第二十条第（八）项'),
      one('信息内容', '本年收费金额（单位：万元）'),
      one('行政事业性收费', figures[9] ?? ''),
    ].join(''),
  );
}
