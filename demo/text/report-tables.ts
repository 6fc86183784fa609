import { escapeHtml } from '../html.ts';
import type { Random } from '../random.ts';

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
const td = (text: string | number, spans = ''): string => `<td${spans}>${escapeHtml(String(text))}</td>`;
const open = '<table class="tbl" border="1" cellspacing="0"><tbody>';
const close = '</tbody></table>';

/** Table two: what was published under article 20. */
export function publishedTable(random: Random): string {
  const documents = random.int(0, 2);
  return [
    open,
    row([td('第二十条第（一）项', ' colspan="4"')]),
    row(['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => td(text))),
    row([td('规章'), td(0), td(0), td(0)]),
    row([td('行政规范性文件'), td(documents), td(0), td(documents + random.int(0, 3))]),
    row([td('第二十条第（五）项', ' colspan="4"')]),
    row([td('信息内容'), td('本年处理决定数量', ' colspan="3"')]),
    row([td('行政许可'), td(random.int(0, 120), ' colspan="3"')]),
    row([td('第二十条第（六）项', ' colspan="4"')]),
    row([td('信息内容'), td('本年处理决定数量', ' colspan="3"')]),
    row([td('行政处罚'), td(random.int(0, 40), ' colspan="3"')]),
    row([td('行政强制'), td(0, ' colspan="3"')]),
    row([td('第二十条第（八）项', ' colspan="4"')]),
    row([td('信息内容'), td('本年收费金额（单位：万元）', ' colspan="3"')]),
    row([td('行政事业性收费'), td(random.int(0, 9), ' colspan="3"')]),
    close,
  ].join('\n');
}

const APPLICANTS = 6;
const NONE: readonly number[] = Array.from({ length: APPLICANTS }, () => 0);
/** Lines of part three, with the number of lines that the group cell spans. */
const OUTCOMES: readonly (readonly [group: string, lines: readonly string[]])[] = [
  ['（一）予以公开', ['']],
  ['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', ['']],
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
  [
    '（六）其他处理',
    [
      '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
      '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
      '3.其他',
    ],
  ],
];
const HEADS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'] as const;

const numbers = (values: readonly number[]): string[] => {
  const total = values.reduce((sum, value) => sum + value, 0);
  return [...values, total].map((value) => td(value));
};

/** Table three: requests by applicant and outcome. Every sum is right: 一 + 二 = 三（七）+ 四. */
export function requestsTable(asked: number): string {
  const firms = Math.floor(asked / 4);
  const fresh = [asked - firms, firms, 0, 0, 0, 0];
  const notHeld = [Math.min(1, asked - firms), 0, 0, 0, 0, 0];
  const given = fresh.map((value, i) => value - (notHeld[i] ?? 0));
  const valuesOf = (group: string, line: string): readonly number[] =>
    group.startsWith('（一）') ? given : line.startsWith('1.本机关不掌握') ? notHeld : NONE;
  const lines = OUTCOMES.reduce((sum, [, group]) => sum + group.length, 0);
  const outcomes = OUTCOMES.flatMap(([group, names]) =>
    names.map((name, i) => [
      ...(i === 0 ? [td(group, names.length > 1 ? ` rowspan="${names.length}"` : name ? '' : ' colspan="2"')] : []),
      ...(name ? [td(name)] : []),
      ...numbers(valuesOf(group, name)),
    ]),
  );
  const [first, ...others] = outcomes;
  return [
    open,
    row([
      td('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', ' colspan="3" rowspan="3"'),
      td('申请人情况', ' colspan="7"'),
    ]),
    row([td('自然人', ' rowspan="2"'), td('法人或其他组织', ' colspan="5"'), td('总计', ' rowspan="2"')]),
    row(HEADS.slice(1).map((text) => td(text))),
    row([td('一、本年新收政府信息公开申请数量', ' colspan="3"'), ...numbers(fresh)]),
    row([td('二、上年结转政府信息公开申请数量', ' colspan="3"'), ...numbers(NONE)]),
    row([td('三、本年度办理结果', ` rowspan="${lines + 1}"`), ...(first ?? [])]),
    ...others.map(row),
    row([td('（七）总计', ' colspan="2"'), ...numbers(fresh)]),
    row([td('四、结转下年度继续办理', ' colspan="3"'), ...numbers(NONE)]),
    close,
  ].join('\n');
}

/** Table four: reviews and lawsuits; there were none. */
export function disputesTable(): string {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    open,
    row([td('行政复议', ' colspan="5" rowspan="2"'), td('行政诉讼', ' colspan="10"')]),
    row([td('未经复议直接起诉', ' colspan="5"'), td('复议后起诉', ' colspan="5"')]),
    row([...results, ...results, ...results].map((text) => td(text))),
    row(Array.from({ length: 15 }, () => td(0))),
    close,
  ].join('\n');
}
