import type { UnitKind } from '../model/plan.ts';

/** A name that means an office, as far as a name can tell. */
export interface UnitName {
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  readonly confidence: number;
  /** In Chinese, for the inspector who confirms it. */
  readonly why: string;
}

interface KindRule {
  readonly kind: UnitKind;
  readonly ending: RegExp;
  readonly sure: number;
  readonly says: string;
}

const KINDS: readonly KindRule[] = [
  { kind: 'subdistrict', ending: /街道(?:办事处|办)?$/, sure: 0.97, says: '街道' },
  { kind: 'town', ending: /(?:镇|乡)(?:人民政府|政府)?$/, sure: 0.97, says: '镇' },
  {
    kind: 'enterprise',
    ending: /公司|集团|医院|学校|中学|小学|大学|学院|幼儿园|银行|卫生院|水厂|电视台|报社|出版社/,
    sure: 0.9,
    says: '企事业单位',
  },
  {
    kind: 'department',
    ending: /(?:局|委员会|管委会|办公室|分局|(?:[^事]|^)[区县市]委|政府办|区府办|发改委|卫健委|教体委)$/,
    sure: 0.95,
    says: '部门',
  },
  {
    kind: 'enterprise',
    ending:
      /(?:中心|联社|供销社|合作社|残联|联合会|工会|妇联|团委|红十字会|文联|科协|侨联|工商联|档案馆|党校|协会|指挥部|服务站|电台)$/,
    sure: 0.75,
    says: '企事业单位',
  },
  { kind: 'department', ending: /(?:支队|大队|服务处|管理处|管理所|监察所|办)$/, sure: 0.7, says: '部门' },
];

/** Words that end like an office and are none. */
const NOT_A_UNIT =
  /^(?:各|全部|所有|其他|有关|市级|上级|区直|县直|市直|国家|省)*(?:区|县|市)?(?:政府)?(?:工作)?(?:部门|单位|乡镇|镇街|街镇|街道|镇|乡|委办局|直属|派出)+(?:、?(?:部门|单位|乡镇|街道|镇|办))*$|公开|信息$|栏目|专栏|指南|目录|服务中心网|新闻|会议|下属|内设|直属|机构|事项|招聘|互动|办事大厅|国务院|人民政府办公厅|^新闻中心$|^[^区县市]{0,2}(?:数据|政务|办事|服务|帮助|下载|个人|用户|会员|互动|媒体|视频|图片|资料)中心$/;

/** Usual short forms: words of full names and what bulletins call them. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/教育和体育局/, '教体局'],
  [/科学技术局/, '科技局'],
  [/工业和信息化局/, '工信局'],
  [/发展和改革(局|委员会)/, '发改$1'],
  [/人力资源和社会保障局/, '人社局'],
  [/住房和城乡建设局/, '住建局'],
  [/卫生健康(局|委员会)/, '卫健$1'],
  [/市场监督管理局/, '市场监管局'],
  [/文化和旅游局/, '文旅局'],
  [/退役军人事务局/, '退役军人局'],
  [/医疗保障/, '医保'],
  [/人民政府办公室/, '政府办公室'],
];

/** What precedes a unit's own name in a title, or follows it. */
const TRIMMINGS =
  /^(?:欢迎(?:访问|光临)?|您好|首页)|(?:政府|政务)?信息公开(?:目录|平台|专栏|网|专网)?$|(?:门户)?网站?$|^政府信息公开|[-_|·—\s>›»]+$/g;

/** Whether a text names an office, and which. `district` is the name of the jurisdiction, '' where it is not known. */
export function unitName(text: string, district: string): UnitName | null {
  const name = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(TRIMMINGS, '')
    .replace(/[-_|·—>›»]+/g, '')
    .replace(/^\(|\)$/g, '');
  if (!/^[\p{Script=Han}()、]{2,30}$/u.test(name) || NOT_A_UNIT.test(name)) return null;
  const rule = KINDS.find(({ ending }) => ending.test(name));
  if (!rule || name.replace(rule.ending, '').length + (rule.says === '部门' ? 1 : 0) < 1 || name.length < 3)
    return null;
  const fullName = fullNameOf(name, district);
  return {
    name: shortName(fullName, district, rule.kind),
    fullName,
    kind: rule.kind,
    confidence: rule.sure,
    why: `名称“${name}”是${rule.says}的名称`,
  };
}

/** `临淄区` out of 临淄区人民政府, 临淄区司法局 or a longer line; '' where there is none. */
export function districtIn(text: string): string {
  const plain = text.replace(/\s+/g, '').replace(/^欢迎(?:访问|光临|来到)/, '');
  const government =
    /(?:^|[^\p{Script=Han}]|[省市]|欢迎(?:访问|光临))([\p{Script=Han}]{2,7}?(?:区|县|市|旗))人民政府(?!.{0,12}(?:镇|乡)人民政府)/u.exec(
      plain,
    );
  const found = government?.[1] ?? /^([\p{Script=Han}]{2,4}?[区县])/u.exec(plain)?.[1] ?? '';
  return found.replace(/^[\p{Script=Han}]{2,4}市(?=[\p{Script=Han}]+[区县旗]$)/u, '');
}

/** 青石区民政局 says its district itself; 开发区管委会 does not. */
const OTHER_DISTRICT =
  /^(?!.{0,2}(?:开发|高新|新|园|景|社|校|城|保税|示范)区)[\p{Script=Han}]{2,3}?[区县旗][\p{Script=Han}]{2}/u;
const letterOf = (district: string): string => district.slice(-1);

/** 区司法局 and 司法局 become 临淄区司法局; names of a city's branch (淄博市…临淄分局) stay as they are. */
function fullNameOf(name: string, district: string): string {
  if (district === '' || name.includes(district.slice(0, -1)) || OTHER_DISTRICT.test(name)) return name;
  const own = name.startsWith(letterOf(district)) ? name.slice(1) : name;
  return `${district}${own}`;
}

/** The name that bulletins use: 区司法局, 敬仲镇, 稷下街道, 临淄公安分局. */
function shortName(fullName: string, district: string, kind: UnitKind): string {
  let name = fullName.replace(/^[\p{Script=Han}]{2,3}省/u, '');
  for (const [long, short] of SHORT_FORMS) name = name.replace(long, short);
  const branch = district === '' ? null : new RegExp(`^.{2,4}市(.+)局${district.slice(0, -1)}区?分局$`).exec(name);
  if (branch) return `${district.slice(0, -1)}${branch[1]}分局`;
  const rest = district !== '' && name.startsWith(district) ? name.slice(district.length) : name;
  if (kind === 'subdistrict') return rest.replace(/^人民政府/, '').replace(/街道(?:办事处|办)?$/, '街道');
  if (kind === 'town') return rest.replace(/(?:人民)?政府$/, '');
  return rest === name || rest === '' ? name : `${letterOf(district)}${rest}`;
}
