import { type Contact, readContact } from './contact.ts';

/**
 * What a disclosure guide has to tell: 《中华人民共和国政府信息公开条例》第十二条 (分类、编排体系、获取方式 and the
 * agency's name, address, hours, telephone, fax and internet contact).
 */
export const GUIDE_ELEMENTS = {
  classification: '信息分类',
  arrangement: '编排体系',
  access: '获取方式',
  agency: '机构名称',
  address: '办公地址',
  hours: '办公时间',
  phone: '联系电话',
  fax: '传真号码',
  online: '互联网联系方式',
} as const;
type GuideElement = keyof typeof GUIDE_ELEMENTS;

const PATTERNS: Readonly<Record<GuideElement, RegExp>> = {
  classification: /分类|信息类别|公开(?:的)?(?:范围|内容|类别)|包括下列(?:各类)?(?:政府)?信息/,
  arrangement: /编排|索引号|编码|目录(?:体系|结构|编制)|信息编制/,
  access: /获取(?:方式|形式|途径|渠道)|公开形式|公开(?:方式|渠道|途径)|查阅(?:方式|点|场所)|申请(?:方式|渠道)/,
  agency:
    /(?:工作|受理|公开|主管|办事|承办)?机构(?:名称)?(?:为)?\s*[:：]|(?:工作|受理|公开)机构为|[（(]名称[)）]|机构名称/,
  address: /(?:办公|通信|通讯|联系|邮寄|受理)?地\s*址(?:为)?\s*[:：]|办公地点|坐落于|办公地址/,
  hours: /(?:办公|工作|受理|开放|接待|服务)时间/,
  phone: /(?:联系|咨询|办公|受理|服务)?电\s*话(?:号码)?(?:为)?\s*[:：]|联系方式\s*[:：]|电话(?:号码)?/,
  fax: /传\s*真/,
  online:
    /电子邮[箱件]|邮\s*箱|E-?mail|[\w.-]+@[\w.-]+|互联网(?:联系|申请|渠道)|在线申请|网上(?:提交|申请)|网址|https?:\/\//i,
};

/** Wording of the law before 2019-05-15: 15 working days to answer, extended by 15; costs charged for copies. */
const STALE_WORDING =
  /(?:十五|15)\s*个工作日(?:内)?(?:予以)?(?:答复|作出答复)|(?:延长|不超过)[^。；\n]{0,16}(?:十五|15)\s*个工作日|(?:收取|收费)[^。；\n]{0,12}(?:检索|复制|邮寄)[^。；\n]{0,10}(?:成本)?费|国务院令第492号/g;

interface GuideFacts {
  readonly missing: readonly GuideElement[];
  /** The unit's own contact data: those of supervising bodies further down are left out. */
  readonly contact: Contact;
  /** Passages in the wording of the old law, as printed. */
  readonly staleWording: readonly string[];
}

const TITLE = /(?:信息|政务)公开(?:工作)?指南|公开指南/;
const OTHER_GUIDE = /(?:办事|服务|申报|操作|投资|招生|旅游|编制|填报)指南/;
const SUPERVISION = /^.{0,6}(?:监督|救济|投诉|举报|行政复议|行政诉讼|法律责任).{0,12}$/m;

/** Whether a document is a guide to disclosure: by its title, else by its own words and most of the elements. */
export function isGuide(title: string, text: string): boolean {
  const flat = title.replace(/\s/g, '');
  if (TITLE.test(flat)) return !/年度报告|年报|解读|通知/.test(flat);
  if (OTHER_GUIDE.test(flat) || !/本[《]?(?:政府)?(?:信息公开)?指南/.test(text)) return false;
  return missingElements(text).length <= 4;
}

export function readGuide(text: string): GuideFacts {
  const supervision = SUPERVISION.exec(text);
  const own = supervision && supervision.index > 0 ? text.slice(0, supervision.index) : text;
  const staleWording = [...text.matchAll(STALE_WORDING)].map(([passage]) => passage);
  return { missing: missingElements(text), contact: readContact(own), staleWording };
}

function missingElements(text: string): GuideElement[] {
  return (Object.keys(PATTERNS) as GuideElement[]).filter((element) => !PATTERNS[element].test(text));
}
