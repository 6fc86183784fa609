import type { Document } from '../../model/document.ts';
import type { Unit } from '../../model/plan.ts';
import { numberOf } from './policy-document.ts';

/** What tells a document from above the district from one of the unit's own. */
export interface Superiors {
  /** How their numbers begin, besides what is known everywhere. */
  readonly superiorMarks: readonly string[];
  /** How their titles and issuers begin, besides what is known everywhere. */
  readonly superiorNames: readonly string[];
  readonly unit: Pick<Unit, 'fullName' | 'aliases'>;
}

/** A district or county named right behind the province or city is what the name is about: 淄博市临淄区司法局. */
const LOWER = /^.{0,10}?[区县]/;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆';
const MINISTRIES =
  '教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|财政部|人力资源社会保障部|人力资源和社会保障部|自然资源部|生态环境部|住房城乡建设部|住房和城乡建设部|交通运输部|水利部|农业农村部|商务部|文化和旅游部|应急管理部|退役军人事务部|审计署|中国人民银行|海关总署|[^\\s区县]{2,8}总局|最高人民';
const CENTRE = new RegExp(`^(?:国务院|中共中央|中央|全国|国家|${MINISTRIES})`);
/** A province, a prefecture or a city that speaks itself: 安徽省卫生健康委员会关于…, 阜城市人民政府办公室. */
const OFFICE = '(?:人民政府|政府|委|[^区县]{2,14}?(?:局|厅|委员会|办公室|领导小组|指挥部))(?:办公[厅室])?';
const SPEAKS = '(?=关于|印发|转发|[\\s、，等]|$)';
const PLACE = new RegExp(
  `^((?:${PROVINCES})(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?|[^\\s省市区县]{2,6}(?:自治州|地区|省|市))${OFFICE}${SPEAKS}`,
);
const OF_THE_PROVINCE = new RegExp(
  `^省(?:人民政府|政府|委|[^区县市]{2,12}?(?:局|厅|委员会|办公室))(?:办公[厅室])?${SPEAKS}`,
);

/** Whether a document was made above the district and is posted again: what its page lacks is not the unit's doing. */
export function isRepost(document: Pick<Document, 'title' | 'metadata'>, superiors: Superiors): boolean {
  const { superiorMarks, superiorNames, unit } = superiors;
  const number = numberOf(document);
  const isMarked = (mark: string): boolean => number.startsWith(mark) && !isNamedSo(unit, mark, superiorNames);
  if (superiorMarks.some(isMarked) || isForeignNumber(number, unit) || isOfGovernment(number, document.title, unit))
    return true;
  return [document.title, document.metadata.issuer?.value ?? ''].some((text) => {
    const folded = text.replace(/\s/g, '');
    if (folded.startsWith(unit.fullName)) return false;
    const name = superiorNames.find((one) => folded.startsWith(one));
    if (name !== undefined && !LOWER.test(folded.slice(name.length))) return true;
    const place = PLACE.exec(folded)?.[1];
    return CENTRE.test(folded) || OF_THE_PROVINCE.test(folded) || (place !== undefined && !isOwnPlace(place, unit));
  });
}

/** The unit of a county-level city bears the city's name as its place; a district behind it makes the city a superior. */
const isOwnPlace = (place: string, { fullName }: Superiors['unit']): boolean =>
  fullName.startsWith(place) && !LOWER.test(fullName.slice(place.length));

/** 淄川区's own numbers begin as those of 淄博市 do: nothing is concluded from the mark alone. */
const isNamedSo = ({ fullName }: Superiors['unit'], mark: string, names: readonly string[]): boolean =>
  fullName.startsWith(mark) && !names.some((name) => fullName.startsWith(name));

const SEAT = /^(.*?[区县旗])(.*)$/;
/** 临政发, 临政办字: the government's own series, its district's letters alone before 政. */
const GOVERNMENT_NUMBER = /^(\p{Script=Han}{1,2}?)政(?:办|办室)?(?:发|字|函|规|通)/u;

/** Whether a document is the district government's or party committee's, posted again by an office or town below it. */
function isOfGovernment(number: string, title: string, { fullName }: Superiors['unit']): boolean {
  const [, district, rest] = SEAT.exec(fullName) ?? [];
  if (district === undefined || rest === undefined || /^(?:人民)?政府/.test(rest)) return false;
  const bare = district.replace(/^.{2,6}?市/, '');
  const speaks = new RegExp(
    `^(?:中共)?(?:[^区县]{2,9}[省市])?${bare}(?:人民政府|政府|委|委员会)(?:办公室)?(?:关于|印发|转发|、|中共|${bare})`,
  );
  if (speaks.test(title.replace(/\s/g, ''))) return true;
  const letters = GOVERNMENT_NUMBER.exec(number)?.[1];
  return letters !== undefined && [...letters].every((one) => bare.includes(one) && !rest.includes(one));
}

/**
 * A number of one's own begins with a character of one's name: 临司发 of 临淄区司法局, 凤政发 of 临淄区凤凰镇人民政府.
 * Of units whose name says no district nothing is concluded.
 */
function isForeignNumber(number: string, { fullName, aliases }: Superiors['unit']): boolean {
  const [first] = /^\p{Script=Han}/u.exec(number) ?? [];
  if (first === undefined || first === '无' || !/[〔[【(（]\s*\d{4}/.test(number)) return false;
  return /.[区县市旗]./.test(fullName) && ![fullName, ...aliases].some((name) => name.includes(first));
}
